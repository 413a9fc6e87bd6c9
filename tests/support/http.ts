import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; body: string };

type Sending = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer };

/** Sends a request as it is: no address is tidied, no header added, no redirect followed. */
export function send(url: string, path: string, { method = "GET", headers = {}, body }: Sending = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const length = body === undefined || "Transfer-Encoding" in headers ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { ...length, ...headers }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, body: bytes.toString() });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Writes bytes to the portal, and gives all that comes back until it hangs up, and after how long it did. */
export function raw(url: string, text: string): Promise<{ text: string; ms: number }> {
  const { hostname, port } = new URL(url);
  const started = Date.now();
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => {}); // "close" follows
    socket.on("close", () => resolve({ text: answer, ms: Date.now() - started }));
  });
}
