import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import Provider from "oidc-provider";

export const CLIENT = { id: "practice-commons", secret: "a secret that only the two of them know" };

/** What the provider says of someone, by the name they sign in with. */
export type Claims = { email: string; email_verified: boolean; name: string };

/** A real OpenID Connect provider on this machine, with a page to sign in at. Who is not known there cannot. */
export async function startProvider(callback: string, people: Record<string, Claims>): Promise<{ issuer: string; close: () => void }> {
  const server = createServer();
  const issuer = await listening(server);
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["only for tests"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const claims = people[sub];
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId ?? "", accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/")) void signIn(provider, request, response);
    else if (request.url === "/favicon.ico") response.writeHead(204).end();
    else void handle(request, response);
  });
  return { issuer, close: () => server.close() };
}

/** One that calls itself something else than it is: what it says of itself leads to another. */
export async function startImpostor(real: string): Promise<{ issuer: string; close: () => void }> {
  const server = createServer();
  const issuer = await listening(server);
  server.on("request", async (_request, response: ServerResponse) => {
    const metadata = (await (await fetch(`${real}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ ...metadata, issuer, authorization_response_iss_parameter_supported: false }));
  });
  return { issuer, close: () => server.close() };
}

/** Goes to a provider as a browser would, signs in there, and gives the address to which it sends the person back. */
export async function visitProvider(address: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let hops = 0; hops < 10; hops += 1) {
    const isForm = next.includes("/interaction/");
    const answer = await fetch(next, {
      method: isForm ? "POST" : "GET",
      redirect: "manual",
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(isForm ? { body: new URLSearchParams({ login }) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("Location");
    if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
    if (new URL(next).pathname === "/sso/callback") return new URL(next);
  }
  throw new Error("the provider sends people round in circles");
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "GET") {
    response.setHeader("Content-Type", "text/html");
    response.end(
      `<!doctype html><html lang="en"><title>Provider</title><form method="post"><label>Login <input name="login"></label><button>Sign in</button></form>`,
    );
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get("login") ?? "";
  await provider.interactionFinished(request, response, { login: { accountId } });
}

const listening = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
