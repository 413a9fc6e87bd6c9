import type { IncomingHttpHeaders } from "node:http";

import { env, origin } from "./env.server";

/**
 * Whether a request that changes something comes from a page of ours (OWASP: CSRF, verifying origin). Its Origin must be
 * ours; a browser that leaves it out must say `Sec-Fetch-Site: same-origin`. "null" and silence are refused.
 */
export function comesFromUs(headers: IncomingHttpHeaders, port: number): boolean {
  if (headers.origin === undefined) return headers["sec-fetch-site"] === "same-origin";

  return allowedOrigins(port).includes(headers.origin);
}

/** Without PORTAL_URL the portal listens on this machine, where it goes by three names. */
function allowedOrigins(port: number): string[] {
  if (env.PORTAL_URL) return [origin];

  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`, `http://${env.HOST}:${port}`];
}
