import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import type { Stop } from "./tour";

const toDecision = /href="(\/(?:en|fr)\/decisions\/[0-9a-f-]{36})"/;
const toCase = /href="(\/(?:en\/moderation\/cases|fr\/moderation\/dossiers)\/[0-9a-f-]{36})"/;

/** What moderation decided about oneself, an appeal, and the sanctions. The demo world has a member whose appeal waits. */
export function appealing(language: Language): Stop[] {
  const own = pathTo(language, "ownModeration");
  const sanctions = pathTo(language, "sanctions");

  return [
    { name: "what moderation decided about one's own", path: own, as: "member" },
    { name: "nothing that moderation decided about one's own", path: own, as: "host" },
    { name: "a decision that is contested", path: own, as: "member", link: toDecision },
    { name: "a case of an appeal", path: pathTo(language, "moderation", { kind: "APPEAL" }), as: "admin", link: toCase },
    { name: "the sanctions in force", path: sanctions, as: "admin" },
    { name: "the sanctions that are over", path: pathTo(language, "sanctions", { state: "past" }), as: "moderator" },
    { name: "the sanctions, for who does not moderate", path: sanctions, as: "member", status: 403 },
    { name: "an appeal that is none", path: pathTo(language, "appealByMail", { token: "none" }), status: 404 },
  ];
}
