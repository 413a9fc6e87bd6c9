import { isIPv6 } from "node:net";

import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";

import { db } from "./db.server";
import { env } from "./env.server";
import { tooMany } from "./errors";
import { fingerprint } from "./secret.server";

const MINUTE = 60;

/** `isFixed`: what keeps a secret of six digits is not multiplied. */
type Limit = { tries: number; seconds: number; isFixed?: boolean };

/** How many tries are answered in how many seconds, before someone has to wait. RATE_LIMIT_SCALE multiplies them. */
const limits = {
  "sign-in by address": { tries: 10, seconds: 5 * MINUTE },
  "sign-in by account": { tries: 30, seconds: 15 * MINUTE },
  "sign-up by address": { tries: 6, seconds: 60 * MINUTE },
  "sign-up by account": { tries: 5, seconds: 30 * MINUTE },
  "forgotten password by address": { tries: 20, seconds: 60 * MINUTE },
  "forgotten password by account": { tries: 5, seconds: 30 * MINUTE },
  "sso by address": { tries: 30, seconds: 10 * MINUTE },
  "e-mail change by account": { tries: 5, seconds: 60 * MINUTE },
  "e-mail change by address": { tries: 3, seconds: 60 * MINUTE },
  "password of a sign-up": { tries: 5, seconds: 48 * 60 * MINUTE, isFixed: true },
  "password check by account": { tries: 10, seconds: 15 * MINUTE },
  "codes by account": { tries: 10, seconds: 15 * MINUTE },
  "codes of a step": { tries: 5, seconds: 60 * MINUTE, isFixed: true },
  "passkey by address": { tries: 60, seconds: 5 * MINUTE },
  "role requests by account": { tries: 20, seconds: 24 * 60 * MINUTE },
  "application by account": { tries: 15, seconds: 24 * 60 * MINUTE },
  "join request by account": { tries: 10, seconds: 24 * 60 * MINUTE },
  "posts by account": { tries: 25, seconds: MINUTE },
  "reactions by account": { tries: 60, seconds: MINUTE },
  "votes by account": { tries: 30, seconds: MINUTE },
  "bookmarks by account": { tries: 60, seconds: MINUTE },
  "flags by account": { tries: 5, seconds: MINUTE },
  "proposals by account": { tries: 10, seconds: MINUTE },
  "picture by account": { tries: 30, seconds: 60 * MINUTE },
  "attachments by account": { tries: 20, seconds: MINUTE },
  "urgent mail by moderator": { tries: 1, seconds: 60 * MINUTE, isFixed: true },
  "audit exports by account": { tries: 5, seconds: 24 * 60 * MINUTE },
  "retraction lists by account": { tries: 20, seconds: 60 * MINUTE },
  "reference imports by account": { tries: 40, seconds: 60 * MINUTE },
  "harvests by address": { tries: 300, seconds: MINUTE },
  "guide files by account": { tries: 60, seconds: 10 * MINUTE },
  "guide files by address": { tries: 120, seconds: 10 * MINUTE },
  "completion by account": { tries: 120, seconds: MINUTE },
} as const;

export type LimitName = keyof typeof limits;

const limiters = new Map<string, RateLimiterPrisma>();

/** Counts one try for `key` and gives the seconds to wait before the next one is answered; 0 while there are tries left. */
export const countTry = (name: LimitName, key: string): Promise<number> => countWithin(name, key, limits[name]);

/** The same where the caller says how many there may be. What has one name is counted together, however many that are. */
export async function countWithin(name: string, key: string, measure: Limit): Promise<number> {
  try {
    await limiterOf(measure).consume(fingerprint(name, key));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Counts one try for `key`. Refuses with 429 and Retry-After when there were too many. */
export async function limit(name: LimitName, key: string) {
  const seconds = await countTry(name, key);
  if (seconds > 0) throw tooMany(seconds);
}

/** Gives a try back that turned out to be none: a right password is no guess. */
export async function giveBack(name: LimitName, key: string) {
  await limiterOf(limits[name]).reward(fingerprint(name, key));
}

/** The part of a network address that one household or office has to itself: all of an IPv4, the first half of an IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;

  const [before = "", after] = plain.toLowerCase().split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after ? after.split(":") : [];
  const groups = after === undefined ? head : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0"), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** Forgets the windows of time that are over. */
export async function forgetOldLimits() {
  await db.rateLimit.deleteMany({ where: { expire: { lt: new Date() } } });
}

/** How many of so many tries there are here. */
export const mostOf = (tries: number): number => Math.max(1, Math.floor(tries * env.RATE_LIMIT_SCALE));

/** How many tries a limit leaves here. */
export const triesOf = (name: LimitName): number => mostOf(limits[name].tries);

function limiterOf({ tries, seconds, isFixed = false }: Limit): RateLimiterPrisma {
  const points = isFixed ? tries : mostOf(tries);
  const measure = `${points} in ${seconds}`;
  const known = limiters.get(measure);
  if (known) return known;

  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix: "",
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
  limiters.set(measure, limiter);
  return limiter;
}
