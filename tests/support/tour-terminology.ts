import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { get } from "./people";
import type { Stop } from "./tour";

/** The words of the portal, as everyone reads them, and as editors keep them. */
export async function naming(language: Language): Promise<Stop[]> {
  const list = pathTo(language, "terminology");
  const toPair = new RegExp(`href="(${list}/[0-9a-f-]{36})"`);
  const pair = toPair.exec(await (await get(list, "editor")).text())?.[1];
  if (!pair) throw new Error("the list has no pair that an editor may change");

  const stop = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, ...more });
  const as = "editor" as const;
  return [
    stop("the terminology", list),
    stop("terms that are sought", pathTo(language, "terminology", { q: language === "en" ? "navigator" : "navigatrice" })),
    stop("terms that there are not", pathTo(language, "terminology", { q: "zzz" })),
    stop("the terminology, for an editor", list, { as }),
    stop("a new pair of terms", pathTo(language, "newTermPair"), { as }),
    stop("a new pair of terms without words", pathTo(language, "newTermPair"), { as, status: 422, send: { en: "", fr: "" } }),
    stop("a pair of terms", pair, { as }),
    stop("a pair of terms that someone else changed", pair, {
      as,
      status: 409,
      send: { en: "walk", fr: "marche", changedAt: "2026-01-01T00:00:00.000Z" },
    }),
  ];
}
