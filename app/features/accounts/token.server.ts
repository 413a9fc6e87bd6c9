import { createHash, randomBytes } from "node:crypto";

/** A secret for a link in a mail. The table keeps only its SHA-256, so that who reads the table cannot follow the link. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
