import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

import { hash, verify } from "@node-rs/argon2";

import type { Role } from "~/generated/prisma/enums";
import { unavailable } from "~/platform/errors";

import { MIN_LENGTH, MIN_LENGTH_OF_STAFF, isStaff } from "./limits";

// OWASP, Password Storage: argon2id (the default of the package) with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PRESENT_COST = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

// A processor stays free for everything else, and so does one of the four threads that files and compression also need.
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
const MOST_WAITING = 100;

/** The hash of a password that nobody has. Whoever is unknown is measured against it, so that the answer takes as long. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$cHJhY3RpY2UtY29tbW9ucw$dGhpcy1pcy1ub2JvZHlzLXBhc3N3b3JkLWF0LWFsbCE";

let running = 0;
const waiting: (() => void)[] = [];

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Whether this is the account's password. Takes the same time when there is no account. */
export const isPassword = (password: string, passwordHash: string | null): Promise<boolean> =>
  inTurn(async () => (await verify(passwordHash ?? NOBODYS, password).catch(() => false)) && passwordHash !== null);

/** Whether the hash was made when hashing cost less than it does now. */
export const isOutdated = (passwordHash: string): boolean => !PRESENT_COST.test(passwordHash);

type Owner = { email: string; name: string; roles: readonly Role[] };

/** What is wrong with a new password for this person, as a key of the dictionary; null when it will do. */
export function faultOf(password: string, { email, name, roles }: Owner) {
  const staff = isStaff(roles);
  if ([...password].length < (staff ? MIN_LENGTH_OF_STAFF : MIN_LENGTH))
    return staff ? "accounts.errors.passwordTooShortForStaff" : "accounts.errors.passwordTooShort";
  if (isCommon(password)) return "accounts.errors.passwordCommon";
  if (saysWho(password, email, name)) return "accounts.errors.passwordIsYou";
  return null;
}

/** Whether a password is one of those that are tried first: on the list in any coat, or a few characters over and over. */
export function isCommon(password: string): boolean {
  if (password.length <= 20 && new Set(password).size < 5) return true;

  return commonPasswords().has(plain(password));
}

/** The e-mail address, its first part or the name, with nothing but figures and punctuation around it. */
function saysWho(password: string, email: string, name: string): boolean {
  const core = (text: string) => bare(text).replace(/[^\p{L}]/gu, "");
  const own = [email, email.split("@")[0] ?? "", name].map(core).filter((text) => text.length > 2);

  return own.includes(core(password));
}

let common: Set<string> | undefined;

function commonPasswords(): Set<string> {
  common ??= new Set(readFileSync("app/features/accounts/common-passwords.txt", "utf8").trim().split("\n").map(plain));
  return common;
}

const bare = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const disguises: Record<string, string> = { "@": "a", "4": "a", "0": "o", "3": "e", "1": "i", "!": "i", $: "s", "5": "s", "7": "t" };

/** Without capitals, accents and the usual disguises, so that "P@ssw0rd2024" is found as well. */
const plain = (text: string): string => bare(text).replace(/[@4031!$57]/g, (sign) => disguises[sign] ?? sign);

/** A few at once; the others wait, and when too many wait the next one is refused with 503. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw unavailable();
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
