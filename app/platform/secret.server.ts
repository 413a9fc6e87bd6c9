import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { env } from "./env.server";

let secret: string | undefined;

/** A fingerprint that only this portal can make: it finds the same thing again, and tells nobody what it was. */
export function fingerprint(purpose: string, text: string): string {
  return createHmac("sha256", theSecret()).update(`${purpose}\n${text}`).digest("base64url");
}

/** Shuts a secret of someone else away, so that who reads the table cannot use it (AES-256-GCM under a key drawn from PORTAL_SECRET). */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed for this purpose. Throws where it was sealed under another secret, or touched. */
export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", theSecret(), "", purpose, 32));

function theSecret(): string {
  secret ??= readSecret();
  return secret;
}

/** PORTAL_SECRET, else one that the portal makes at its first start and keeps beside its data. */
function readSecret(): string {
  if (env.PORTAL_SECRET) return env.PORTAL_SECRET;
  if (env.NODE_ENV === "test") return "a test has no secrets";

  const file = path.join(env.PORTAL_DATA, "secret");
  try {
    mkdirSync(env.PORTAL_DATA, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
