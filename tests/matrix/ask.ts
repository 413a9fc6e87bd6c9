import { Agent, request } from "node:http";

import { languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

/**
 * What an answer comes to: a page, the way to sign in, to prove who one is or elsewhere; else its status. Elsewhere never means more
 * than a page that is asked for anew.
 */
export type Answer = "page" | "sign-in" | "proof" | "moved" | "400" | "403" | "404" | "405" | "409" | "410" | "415" | "422" | "429" | "503";

export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";

type Form = Record<string, string | string[]>;

const agent = new Agent({ keepAlive: true, maxSockets: 24 });

/** Sends one request as it is, and says what the answer comes to. */
export function ask(url: string, method: Method, path: string, session: string | undefined, form?: Form): Promise<string> {
  const fields = Object.entries(form ?? {}).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as [string, string]));
  const body = method === "GET" || method === "HEAD" ? undefined : new URLSearchParams(fields).toString();
  const headers = {
    Origin: url,
    "Accept-Language": "en",
    ...(session ? { Cookie: `__Host-session=${session}` } : {}),
    ...(body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) }),
  };
  const { hostname, port } = new URL(url);

  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent }, (response) => {
      response.resume();
      response.once("end", () => {
        const { location, "x-remix-redirect": led } = response.headers;
        resolve(nameOf(response.statusCode ?? 0, location ?? (typeof led === "string" ? led : undefined)));
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function nameOf(status: number, location: string | undefined): string {
  if (location !== undefined) {
    const path = location.split("?", 1)[0] ?? "";
    if (languages.some((language) => path === pathTo(language, "signIn"))) return "sign-in";
    return languages.some((language) => path === pathTo(language, "proof")) ? "proof" : "moved";
  }
  return status === 200 || status === 204 ? "page" : String(status);
}
