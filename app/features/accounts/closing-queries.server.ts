import type { Language } from "~/i18n/languages";

import type { Actor } from "./actor";
import { GRACE_DAYS } from "./closing.server";
import { listStewardships } from "./orphans.server";

/** What stands against closing one's own account, and what it would leave behind, in the words of the page's language. */
export async function getClosing(actor: Actor, language: Language) {
  const run = (await listStewardships(actor.id)).map(({ slugs, needsSteward, ...names }) => ({
    name: names[language],
    slug: slugs[language],
    needsSteward,
  }));

  return {
    days: GRACE_DAYS,
    needing: run.filter(({ needsSteward }) => needsSteward),
    alone: run.filter(({ needsSteward }) => !needsSteward),
  };
}
