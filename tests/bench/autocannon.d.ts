declare module "autocannon" {
  type Result = { requests: { average: number }; latency: { p50: number; p99: number }; non2xx: number; errors: number };
  type Options = { url: string; connections: number; duration: number; headers?: Record<string, string> };

  /** The part of it that the bench uses; it brings no types of its own. */
  export default function autocannon(options: Options): Promise<Result>;
}
