import type { Viewer } from "./actor";

/** Who sends this request, from the session cookie. */
export async function readSession(_request: Request): Promise<{ viewer: Viewer; token: string | null; cookies: string[] }> {
  return { viewer: null, token: null, cookies: [] };
}
