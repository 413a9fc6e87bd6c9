import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { env } from "./env.server";

let secret: string | undefined;

/** A fingerprint that only this portal can make: it finds the same thing again, and tells nobody what it was. */
export function fingerprint(purpose: string, text: string): string {
  secret ??= readSecret();
  return createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
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
