import { db } from "~/platform/db.server";
import { tooMany } from "~/platform/errors";
import { countTry, countWithin, type LimitName, mostOf, triesOf } from "~/platform/rate-limit.server";

import { type Actor, hasRole } from "./actor";
import { staffRoles } from "./roles";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What members do again and again. All that someone writes is counted together by the minute, and each by itself by the day. */
const actions = {
  topics: { minute: "posts by account", day: 20 },
  replies: { minute: "posts by account", day: 200 },
  edits: { minute: "posts by account", day: 30 },
  reactions: { minute: "reactions by account", day: 50 },
  votes: { minute: "votes by account", day: 60 },
  bookmarks: { minute: "bookmarks by account", day: 50 },
  flags: { minute: "flags by account", day: 20 },
  proposals: { minute: "proposals by account", day: 20 },
  uploads: { minute: "attachments by account", day: 60 },
} as const satisfies Record<string, { minute: LimitName; day: number }>;

export type Action = keyof typeof actions;

/** How much more of it there is in a day for whom one knows better. */
const factors = { newcomer: 0.5, member: 1, affiliated: 2, staff: 3 } as const;

export type Standing = keyof typeof factors;

/** What newcomers may write on their first day is said, and counted, where it is written. */
const countedElsewhere: readonly Action[] = ["topics", "replies"];

const aDay = (action: Action, standing: Standing): number =>
  Math.floor(actions[action].day * (standing === "newcomer" && countedElsewhere.includes(action) ? 1 : factors[standing]));

/**
 * Counts that someone does this once more. Refuses, in words that say which limit was reached and when it ends, what is too often within a
 * minute or within a day (429).
 */
export async function spend(actor: Actor, action: Action) {
  const { minute } = actions[action];
  const untilNext = await countTry(minute, actor.id);
  if (untilNext > 0) throw tooMany(untilNext, reasonOf(action, "minute", triesOf(minute), untilNext));

  const tries = aDay(action, await standingOf(actor));
  const untilTomorrow = await countWithin(`${action} a day`, actor.id, { tries, seconds: DAY });
  if (untilTomorrow > 0) throw tooMany(untilTomorrow, reasonOf(action, "day", mostOf(tries), untilTomorrow));
}

/** How well the portal knows someone: through a role, an organization, or a day. */
async function standingOf(actor: Actor): Promise<Standing> {
  if (hasRole(actor, ...staffRoles)) return "staff";
  if (actor.organizations.length > 0) return "affiliated";
  const { createdAt } = await db.account.findUniqueOrThrow({ where: { id: actor.id }, select: { createdAt: true } });
  return Date.now() - createdAt.getTime() < DAY * 1000 ? "newcomer" : "member";
}

/** Keys of the dictionary: which limit it was, and how long it lasts. */
function reasonOf(action: Action, span: "minute" | "day", most: number, seconds: number): string {
  const again =
    seconds < 2 * MINUTE
      ? `seconds:${seconds}`
      : seconds < 2 * HOUR
        ? `minutes:${Math.ceil(seconds / MINUTE)}`
        : `hours:${Math.ceil(seconds / HOUR)}`;
  return `allowances.reached.${span}.${action}:${most} allowances.again.${again}`;
}

export type LimitsRow = { action: Action; minute: number; day: Record<Standing, number> };

/** All limits, for the page that publishes them. `firstDay`: what newcomers may write on their first day. */
export const limitsTable = (firstDay: { topics: number; replies: number }): LimitsRow[] =>
  (Object.keys(actions) as Action[]).map((action) => {
    const day = (standing: Standing) => mostOf(aDay(action, standing));
    const newcomer = action === "topics" || action === "replies" ? firstDay[action] : day("newcomer");
    return {
      action,
      minute: triesOf(actions[action].minute),
      day: { newcomer, member: day("member"), affiliated: day("affiliated"), staff: day("staff") },
    };
  });
