import type { Language } from "~/i18n/languages";

import { dayIn } from "#tests/support/one-language";
import { type Case, type Decision, everyone, except, only } from "../decision";
import type { Who } from "../design";
import type { World } from "../world";

type Works = { open: string; draft: string; translated: string };

/** What of a text is behind its other language: for those who go on with it. `seen`: who sees what is not published. */
export function parity(
  place: "practices" | "evidence",
  worksIn: (world: World, language: Language) => Works,
  revise: readonly Who[],
  seen: readonly Who[],
): Record<string, Decision> {
  const hidden = (answer: Case["get"][Who]) =>
    except(
      only(revise, answer, "404"),
      seen.filter((who) => !revise.includes(who)),
      "403",
    );
  const form = { reason: "The other language follows.", until: dayIn(30) };
  return {
    [`${place}/parity`]: (world, language) => {
      const { open, draft } = worksIn(world, language);
      return [
        { what: "open", values: { slug: open }, get: only(revise, "page", "403") },
        { what: "draft", values: { slug: draft }, get: hidden("page") },
      ];
    },
    [`${place}/waiver`]: (world, language) => {
      const { open, draft } = worksIn(world, language);
      return [
        { what: "open", values: { slug: open }, get: only(revise, "page", "403"), post: only(revise, "moved", "403"), form },
        { what: "draft", values: { slug: draft }, get: hidden("page"), post: hidden("moved"), form },
      ];
    },
    [`${place}/parity-declaration`]: (world, language) => [
      {
        values: { slug: worksIn(world, language).translated },
        get: everyone("moved"),
        post: only(revise, "409", "403"),
        form: { base: "0" },
      },
    ],
  };
}
