import { z } from "zod";

import { languages } from "~/i18n/languages";
import { fingerprint } from "~/platform/secret.server";

import { type ListVerb, OaiError, prefixes, type Selection } from "./oai-request";

const HOURS = 24;

/** Where a list goes on: behind the record `after`, of which `cursor` were given before. */
export type Place = { selection: Selection; after: string; cursor: number };

const shape = z.tuple([
  z.enum(prefixes),
  z.number().nullable(),
  z.number().nullable(),
  z.enum(["practice", "summary"]).nullable(),
  z.enum(languages).nullable(),
  z.uuid(),
  z.number().int().positive(),
  z.number(),
]);

/** A token that goes on with a list; it holds all that is needed, so that nothing is kept. */
export function tokenOf(verb: ListVerb, { selection, after, cursor }: Place, now = Date.now()): { token: string; expires: Date } {
  const expires = new Date(now + HOURS * 3_600_000);
  const { prefix, from, until, kind, language } = selection;
  const text = Buffer.from(JSON.stringify([prefix, from, until, kind, language, after, cursor, expires.getTime()])).toString("base64url");
  return { token: `${text}.${sign(verb, text)}`, expires };
}

/** Where a list goes on. Refuses tokens of others, broken ones, those of another verb, and those of yesterday. */
export function readToken(verb: ListVerb, token: string, now = Date.now()): Place {
  const [text = "", signature = "", ...rest] = token.slice(0, 1_000).split(".");
  if (rest.length > 0 || sign(verb, text) !== signature) throw broken();
  const parsed = shape.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
  if (!parsed.success || parsed.data[7] < now) throw broken();
  const [prefix, from, until, kind, language, after, cursor] = parsed.data;
  return { selection: { prefix, from, until, kind, language }, after, cursor };
}

const sign = (verb: ListVerb, text: string): string => fingerprint(`OAI ${verb}`, text).slice(0, 27);

const broken = () => new OaiError("badResumptionToken", "This resumptionToken is not one, or is older than a day.");
