import type { EventName, Subject } from "./events";

type Happened = { name: EventName; actorId: string | null; subject: Subject; details: Record<string, string | number | null> };

const OF_ONE_ACCOUNT =
  /^(account\.(?!signed_in|sign_in_failed|registered|changed)|role\.(granted|revoked)|organization\.(joined|left|person_)|sanction\.)/;
const OF_ONE_THREAD = /^thread\.(moved|merged|split|removed|restored)$/;
const OF_EVERYONE = /^(category\.|organization\.(approved|closed|reopened|merged|hidden|shown)|practice\.(hidden|shown|barred))/;

/** Whose sight an event changes, so that open pages ask again what they may see: one account, those who look at a thread, or everyone; null for nobody. */
export function sightOf({ name, actorId, subject, details }: Happened): { account?: string; thread?: string } | null {
  if (OF_EVERYONE.test(name)) return {};
  if (OF_ONE_THREAD.test(name) && subject.type === "THREAD") return { thread: subject.id };
  if (!OF_ONE_ACCOUNT.test(name)) return null;

  const account = typeof details.account === "string" ? details.account : subject.type === "ACCOUNT" ? subject.id : actorId;
  return account ? { account } : null;
}
