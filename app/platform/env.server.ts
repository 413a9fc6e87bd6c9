import { existsSync } from "node:fs";
import { isIP } from "node:net";

import { z } from "zod";

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => number <= max);

const url = (protocols: string[], isSound: (url: URL) => boolean = () => true) =>
  z.string().refine((value) => {
    const read = URL.canParse(value) ? new URL(value) : null;
    return read !== null && protocols.includes(read.protocol) && isSound(read);
  });

const database = url(["postgres:", "postgresql:"], ({ pathname }) => pathname.length > 1);

/** Plain http only for this very machine: elsewhere browsers would not keep the session, whose cookie is Secure. */
const isOrigin = ({ protocol, hostname, pathname, search, hash, username }: URL) =>
  pathname + search + hash + username === "/" && (protocol === "https:" || isLoopback(hostname));

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

const isHostName = (value: string) => isIP(value) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value);

/** A word that Express knows, an address, or a range of them. */
function isProxy(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [address = "", prefix = "32", ...rest] = text.split("/");
  return (
    isIP(address) > 0 &&
    rest.length === 0 &&
    /^\d{1,3}$/.test(prefix) &&
    Number(prefix) > 0 &&
    Number(prefix) <= (isIP(address) === 4 ? 32 : 128)
  );
}

/** What each setting of the portal has to look like, and how to say so to the person who runs it. */
const settings = {
  NODE_ENV: [z.enum(["development", "production", "test"]).default("development"), "development, production or test"],
  PORT: [wholeNumber(65_535).default(3000), "a port number from 0 to 65535"],
  HOST: [z.string().refine(isHostName).default("127.0.0.1"), "an address to listen on, such as 127.0.0.1 or 0.0.0.0"],
  PORTAL_URL: [
    url(["http:", "https:"], isOrigin)
      .transform((value) => new URL(value).origin)
      .optional(),
    "the public origin without a path, such as https://portal.example.org (http only for this very machine: the cookies need https)",
  ],
  PORTAL_DATA: [z.string().default(".data"), "a folder"],
  DATABASE_URL: [database.optional(), "an address such as postgresql://user:password@host:5432/name"],
  DATABASE_DIRECT_URL: [database.optional(), "an address such as postgresql://user:password@host:5432/name, that leads around a pooler"],
  SMTP_URL: [url(["smtp:", "smtps:"]).optional(), "an address such as smtps://user:password@mail.example.org:465"],
  MAIL_FROM: [
    z
      .string()
      .regex(/^([^\r\n<>@]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
      .default("Practice Commons <portal@localhost.localdomain>"),
    "an address such as Practice Commons <portal@example.org>",
  ],
  PORTAL_SECRET: [
    z
      .string()
      .min(32)
      .refine((value) => new Set(value).size >= 10)
      .optional(),
    "at least 32 random characters (try: openssl rand -hex 32)",
  ],
  PORTAL_DEMO: [flag.optional(), "1 or 0"],
  REQUIRE_SECOND_FACTOR: [flag.optional(), "1 or 0"],
  TRUST_PROXY: [
    z
      .string()
      .refine((value) => value.split(",").every((part) => isProxy(part.trim())))
      .optional(),
    "the addresses of your proxies, such as loopback or 10.0.0.0/8, separated by commas",
  ],
  RATE_LIMIT_SCALE: [
    z
      .string()
      .regex(/^\d{1,7}(\.\d{1,6})?$/)
      .transform(Number)
      .refine((scale) => scale > 0)
      .default(1),
    "a number above 0; 1 is normal",
  ],
  LOG_LEVEL: [
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "fatal, error, warn, info, debug, trace or silent",
  ],
} satisfies Record<string, [z.ZodType, string]>;

type Settings = typeof settings;

export type Environment = { [Name in keyof Settings]: z.output<Settings[Name][0]> };

/** Settings that hold a password or are one: what they were set to is not repeated in a fault. */
const secrets = new Set(["DATABASE_URL", "DATABASE_DIRECT_URL", "SMTP_URL", "PORTAL_SECRET"]);

/**
 * Reads the settings from the environment. An empty one counts as unset.
 * Gives the faults of all of them at once, each with the name, what it got and what it wants.
 */
export function readEnvironment(source: Record<string, string | undefined>): { env: Environment; faults: string[] } {
  const read: Record<string, unknown> = {};
  const faults: string[] = [];

  for (const [name, [schema, wanted]] of Object.entries(settings)) {
    const value = source[name] || undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) read[name] = parsed.data;
    else
      faults.push(
        `${name} is ${secrets.has(name) ? `${value?.length} characters (not shown)` : JSON.stringify(value)}; it wants ${wanted}.`,
      );
  }
  const env = read as Environment;
  const missing = (name: "PORTAL_SECRET" | "PORTAL_URL", reason: string) => {
    if (!source[name]) faults.push(`${name} is not set; ${reason} it wants ${settings[name][1]}.`);
  };
  if (env.NODE_ENV === "production" && source.DATABASE_URL) {
    missing("PORTAL_SECRET", "with DATABASE_URL");
    missing("PORTAL_URL", "with DATABASE_URL");
  } else if (env.NODE_ENV === "production" && env.HOST && !isLoopback(env.HOST)) missing("PORTAL_URL", `with HOST=${env.HOST}`);

  return { env, faults };
}

/** Whether a host is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || /^\[?::1\]?$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

if (process.env.NODE_ENV !== "test" && existsSync(".env")) process.loadEnvFile(".env");

const { env: checked, faults } = readEnvironment(process.env);

if (faults.length > 0) {
  process.stderr.write(`The portal cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}\n`);
  process.exit(1);
}

/** The settings of this process, checked. */
export const env = checked;

/** The public origin: every absolute link and the origin check start from here, never from a header. */
export const origin = env.PORTAL_URL ?? `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;
