import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);

const url = (...protocols: string[]) => z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

/** What each setting of the portal has to look like, and how to say so to the person who runs it. */
const settings = {
  NODE_ENV: [z.enum(["development", "production", "test"]).default("development"), "development, production or test"],
  PORT: [port.default(3000), "a port number from 0 to 65535"],
  HOST: [z.string().min(1).default("127.0.0.1"), "an address to listen on, such as 127.0.0.1 or 0.0.0.0"],
  PORTAL_URL: [
    url("http:", "https:")
      .refine((value) => new URL(value).pathname === "/" && new URL(value).search === "")
      .transform((value) => new URL(value).origin)
      .optional(),
    "the public origin without a path, such as https://portal.example.org",
  ],
  PORTAL_DATA: [z.string().min(1).default(".data"), "a folder"],
  DATABASE_URL: [url("postgres:", "postgresql:").optional(), "an address such as postgresql://user:password@host:5432/name"],
  DATABASE_DIRECT_URL: [
    url("postgres:", "postgresql:").optional(),
    "an address such as postgresql://user:password@host:5432/name, that leads around a pooler",
  ],
  SMTP_URL: [url("smtp:", "smtps:").optional(), "an address such as smtps://user:password@mail.example.org:465"],
  MAIL_FROM: [
    z
      .string()
      .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
      .default("Practice Commons <portal@localhost.localdomain>"),
    "an address such as Practice Commons <portal@example.org>",
  ],
  PORTAL_SECRET: [z.string().min(32).optional(), "at least 32 random characters (try: openssl rand -hex 32)"],
  PORTAL_DEMO: [flag.optional(), "1 or 0"],
  TRUST_PROXY: [
    z
      .string()
      .regex(/^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d+)?)(\s*,\s*(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d+)?))*$/)
      .optional(),
    "the addresses of your proxies, such as loopback or 10.0.0.0/8, separated by commas",
  ],
  RATE_LIMIT_SCALE: [z.coerce.number().positive().max(1_000_000).default(1), "a number above 0; 1 is normal"],
  LOG_LEVEL: [
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "fatal, error, warn, info, debug, trace or silent",
  ],
} satisfies Record<string, [z.ZodType, string]>;

type Settings = typeof settings;

export type Environment = { [Name in keyof Settings]: z.output<Settings[Name][0]> };

/** Names that may hold a password: what they were set to is not repeated in a fault. */
const secret = /SECRET|URL|TOKEN/;

/**
 * Reads the settings from the environment. An empty one counts as unset.
 * Gives the faults of all of them at once, each with the name, what it got and what it wants.
 */
export function readEnvironment(source: Record<string, string | undefined>): { env: Environment; faults: string[] } {
  const env: Record<string, unknown> = {};
  const faults: string[] = [];

  for (const [name, [schema, wanted]] of Object.entries(settings)) {
    const value = source[name] || undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) env[name] = parsed.data;
    else faults.push(`${name} is ${secret.test(name) ? "not readable" : JSON.stringify(value)}; it wants ${wanted}.`);
  }
  if (env.NODE_ENV === "production" && env.DATABASE_URL && !env.PORTAL_SECRET && !source.PORTAL_SECRET)
    faults.push(`PORTAL_SECRET is not set; with DATABASE_URL it wants ${settings.PORTAL_SECRET[1]}.`);
  if (env.DATABASE_URL && !env.PORTAL_URL && !source.PORTAL_URL && env.NODE_ENV === "production")
    faults.push(`PORTAL_URL is not set; with DATABASE_URL it wants ${settings.PORTAL_URL[1]}.`);

  return { env: env as Environment, faults };
}

const { env: checked, faults } = readEnvironment(process.env);

if (faults.length > 0) {
  process.stderr.write(`The portal cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}\n`);
  process.exit(1);
}

/** The settings of this process, checked. */
export const env = checked;

/** The public origin: every absolute link and the origin check start from here, never from a header. */
export const origin = env.PORTAL_URL ?? `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;
