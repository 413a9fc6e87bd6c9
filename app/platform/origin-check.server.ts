import type { IncomingHttpHeaders } from "node:http";

import { env, isLoopback } from "./env.server";

/**
 * Whether a request that changes something comes from a page of ours (OWASP: CSRF, verifying origin). Its Origin must be
 * ours; a browser that leaves it out must say `Sec-Fetch-Site: same-origin`. "null" and silence are refused.
 */
export function comesFromUs(headers: IncomingHttpHeaders, port: number): boolean {
  if (headers.origin === undefined) return headers["sec-fetch-site"] === "same-origin";

  return headers.origin === originOf(headers.host, port);
}

/**
 * The origin of our own pages, for every absolute link and for the check above. Without PORTAL_URL the portal listens on this
 * machine alone, where it goes by several names: then it is the one the reader uses, and no name from elsewhere is believed.
 */
export function originOf(host: string | undefined, port: number): string {
  if (env.PORTAL_URL) return env.PORTAL_URL;

  const names = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, ...(isLoopback(env.HOST) ? [`${env.HOST}:${port}`] : [])];
  return `http://${names.find((name) => name === host) ?? names[0]}`;
}
