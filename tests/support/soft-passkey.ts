import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

import { isoCBOR } from "@simplewebauthn/server/helpers";

const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

type Lies = { origin?: string; rpId?: string; flags?: number; userHandle?: string };

/** A passkey without a device (WebAuthn, ES256): what a browser would send for it, also where it lies. */
export class SoftPasskey {
  readonly id = randomBytes(16).toString("base64url");
  counter = 0;
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  constructor(
    private readonly origin: string,
    private readonly accountId: string,
  ) {}

  /** The answer to being made. */
  made(challenge: string, lies: Lies = {}): string {
    const { x = "", y = "" } = this.keys.publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.from([0, id.length]);
    const data = Buffer.concat([this.head(WITH_KEY, lies), Buffer.alloc(16), length, id, isoCBOR.encode(key)]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(data)],
    ]);
    return this.credential({
      clientDataJSON: this.clientData("webauthn.create", challenge, lies).toString("base64url"),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])).toString("base64url"),
      transports: ["internal"],
    });
  }

  /** The answer to being used. Its counter goes up by one. */
  used(challenge: string, lies: Lies = {}): string {
    this.counter += 1;
    const clientData = this.clientData("webauthn.get", challenge, lies);
    const data = this.head(0, lies);
    const signed = Buffer.concat([data, createHash("sha256").update(clientData).digest()]);
    return this.credential({
      clientDataJSON: clientData.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: sign("sha256", signed, this.keys.privateKey).toString("base64url"),
      userHandle: Buffer.from(lies.userHandle ?? this.accountId).toString("base64url"),
    });
  }

  private head(more: number, { rpId = new URL(this.origin).hostname, flags = PRESENT_AND_VERIFIED }: Lies): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags | more]), counter]);
  }

  private clientData = (type: string, challenge: string, { origin = this.origin }: Lies) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  private credential = (response: object) =>
    JSON.stringify({ id: this.id, rawId: this.id, type: "public-key", clientExtensionResults: {}, response });
}
