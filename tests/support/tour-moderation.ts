import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { get, post } from "./people";
import { caseOf } from "./tour-holds";
import type { Stop } from "./tour";

const toCase = /href="(\/(?:en\/moderation\/cases|fr\/moderation\/dossiers)\/[0-9a-f-]{36})"/;

/** What those find who decide: the queue, a case of each kind that waits, and what a moderator looks after. */
export async function moderating(language: Language): Promise<Stop[]> {
  const people = await (await get(pathTo(language, "adminPeople", { q: "moderator@example.org" }), "admin")).text();
  const id = new RegExp(`href="${pathTo(language, "adminPerson", { id: "" })}([0-9a-f-]{36})"`).exec(people)?.[1];
  if (!id) throw new Error("no moderator is found");

  const scope = pathTo(language, "moderatorScope", { id });
  const stop = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "admin", ...more });
  const queue = (query = {}) => pathTo(language, "moderation", query);
  // The second time that it is asked for, it waits already.
  await post(pathTo(language, "roleSettings"), { role: "RESEARCHER", reason: "!" }, "steward.b");
  await caseOf(queue({ kind: "ROLE" }), language);
  return [
    stop("the queue of moderation", queue()),
    stop("a queue that is narrowed", queue({ kind: "FLAG", language })),
    stop("a queue in which nothing fits", queue({ rule: "rights", conflict: "own" })),
    stop("cases that are closed", queue({ state: "closed" })),
    stop("a case of a report", queue({ kind: "FLAG" }), { link: toCase }),
    stop("a case of a request for a role", queue({ kind: "ROLE" }), { link: toCase }),
    stop("what a moderator looks after", scope),
    stop("what a moderator looks after, with a search", `${scope}?q=${language === "en" ? "health" : "sant%C3%A9"}`),
    stop("what a moderator looks after, with what there is not", scope, { status: 422, send: { languages: "de" } }),
    stop("a queue for who does not decide", queue(), { as: "member", status: 403 }),
  ];
}
