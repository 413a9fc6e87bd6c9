import type { Language } from "~/i18n/languages";

import { type Case, type Decision, everyone, only, signedIn } from "../decision";
import { members, type Who } from "../design";
import type { World } from "../world";

/** Works of one kind in every state, by their slugs. */
type Works = {
  open: string;
  forMembers: string;
  forRiverside: string;
  draft: string;
  inReview: string;
  retired: string;
  discarded: string;
};

/**
 * What is cited is what is published, by those who may read it: what is retired still stands, and what nobody has published is cited by nobody,
 * not even by who writes it. `insiders`: who reads what is for Riverside.
 */
export function citing(
  place: "practices" | "evidence",
  worksIn: (world: World, language: Language) => Works,
  insiders: readonly Who[],
): Record<string, Decision> {
  const cases =
    (more: Record<string, string | number>): Decision =>
    (world, language) => {
      const { open, forMembers, forRiverside, draft, inReview, retired, discarded } = worksIn(world, language);
      const at = (what: string, slug: string, get: Case["get"], values = {}): Case => ({ what, values: { slug, ...more, ...values }, get });
      return [
        at("open", open, everyone("page")),
        at("for members", forMembers, only(members, "page", "404", "404")),
        at("for Riverside", forRiverside, only(insiders, "page", "404", "404")),
        at("retired", retired, everyone("page")),
        ...[draft, inReview, discarded, "no-such-work"].map((slug) => at(slug, slug, everyone("404"))),
        ...("number" in more ? [at("a version that there is not", open, everyone("404"), { number: 9 })] : []),
      ];
    };

  return {
    // Whoever may read what is published may follow it; what is not published, or out of use, nobody.
    [`${place}/follow`]: (world, language) => {
      const { open, forMembers, forRiverside, draft, retired } = worksIn(world, language);
      const at = (what: string, slug: string, post: Case["get"]): Case => ({
        ...{ what, values: { slug }, get: everyone("moved"), post, form: { follow: "yes" } },
      });
      return [
        at("open", open, signedIn("moved")),
        at("for members", forMembers, signedIn("moved")),
        at("for Riverside", forRiverside, only(insiders, "moved", "404")),
        ...[draft, retired, "no-such-work"].map((slug) => at(slug, slug, signedIn("404"))),
      ];
    },
    [`${place}/citation`]: cases({}),
    [`${place}/version`]: cases({ number: 1 }),
    [`${place}/version-citation`]: (world, language) =>
      [...cases({ number: 1, format: "ris" })(world, language), ...noFormat(worksIn(world, language).open)].map((one) => ({
        ...one,
        isDrawnAlone: true,
      })),
  };
}

const noFormat = (slug: string): Case[] => [{ what: "no format", values: { slug, number: 1, format: "word" }, get: everyone("404") }];
