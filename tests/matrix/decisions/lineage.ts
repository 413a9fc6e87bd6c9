import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";

import { type Case, type Decision, everyone, except, only } from "../decision";
import { all, but, design, guideWritersOfRiverside, members, ofRiverside, people, type Who } from "../design";
import type { World } from "../world";

export const readOfRiverside = all(ofRiverside, design.reviewGuides);
export const seeDrafts = all(guideWritersOfRiverside, ["bare steward"], design.reviewGuides);
const revise = all(guideWritersOfRiverside, design.reviewGuides);

/** Who writes guides, and has an organization to write them for. */
export const adapt = but(
  people.filter((who) => (design.writeGuides as readonly Who[]).includes(who)),
  "researcher",
  "editor",
  "administrator",
);

/** A page that whoever reads the guide may read. */
const read =
  (query: Record<string, string>, retired: Case["get"]): Decision =>
  ({ guides }, language) => {
    const { open, forMembers, forRiverside, draft, discarded, retired: gone } = guides[language];
    return [
      { what: "open", values: { slug: open }, get: everyone("page"), query },
      { what: "for members", values: { slug: forMembers }, get: only(members, "page", "404", "404"), query },
      { what: "for Riverside", values: { slug: forRiverside }, get: only(readOfRiverside, "page", "404", "404"), query },
      { what: "draft", values: { slug: draft }, get: only(seeDrafts, "page", "404", "404"), query },
      { what: "put away", values: { slug: discarded }, get: only(seeDrafts, "page", "404", "404"), query },
      { what: "retired", values: { slug: gone }, get: retired, query },
      { what: "nothing", values: { slug: "no-such-guide" }, get: everyone("404"), query },
    ];
  };

/** Of those who see a guide, some may; for the others who are asked for it does not exist. */
export const hiddenBut = (seen: readonly Who[], list: readonly Who[], answer: Case["get"][Who]) =>
  except(
    only(list, answer, "404"),
    seen.filter((who) => !list.includes(who)),
    "403",
  );

const edition = ({ organizations }: World, language: Language) => ({
  id: randomUUID(),
  version: randomUUID(),
  organization: organizations.riverside.id,
  title: `An edition of ${language}`,
  otherTitle: "",
});

const adapted = only(guideWritersOfRiverside, "409", "403");

/** Editions: making one, where it comes from, and what its parent has changed. */
export const lineage: Record<string, Decision> = {
  "lineage/tree": read({}, everyone("page")),
  "lineage/comparison": read({}, everyone("404")),
  "graph/guide": read({}, everyone("moved")),
  "lineage/adaptation": (world, language) => {
    const { open, forRiverside, draft, retired } = world.guides[language];
    const form = edition(world, language);
    return [
      { what: "open", values: { slug: open }, get: only(adapt, "page", "403"), post: adapted, form },
      {
        what: "for Riverside",
        values: { slug: forRiverside },
        get: hiddenBut(readOfRiverside, guideWritersOfRiverside, "page"),
        post: adapted,
        form,
      },
      { what: "draft", values: { slug: draft }, get: hiddenBut(seeDrafts, guideWritersOfRiverside, "409"), post: adapted, form },
      { what: "retired", values: { slug: retired }, get: only(adapt, "409", "403"), post: adapted, form },
    ];
  },
  "lineage/upstream": ({ guides }, language) => {
    const { open, edition: slug } = guides[language];
    const form = { to: randomUUID(), base: "1" };
    return [
      { what: "an edition", values: { slug }, get: only(revise, "page", "403"), post: only(revise, "409", "403"), form },
      { what: "no edition", values: { slug: open }, get: only(revise, "404", "403"), post: only(revise, "404", "403"), form },
    ];
  },
  "lineage/improvement": ({ guides }, language) => {
    const { open, edition: slug } = guides[language];
    const form = { sections: "no-such-section" };
    return [
      { what: "an edition", values: { slug }, get: only(revise, "page", "403"), post: only(revise, "422", "403"), form },
      { what: "no edition", values: { slug: open }, get: only(revise, "404", "403"), post: only(revise, "404", "403"), form },
    ];
  },
  "exchange/file": ({ guides }, language) => {
    const { open, forMembers, forRiverside, draft, discarded, retired } = guides[language];
    const at = (what: string, slug: string, get: Case["get"], values = {}): Case => ({
      what,
      values: { slug, number: 1, format: "md", ...values },
      get,
      isDrawnAlone: true,
    });
    return [
      at("open", open, everyone("page")),
      at("for members", forMembers, only(members, "page", "404", "404")),
      at("for Riverside", forRiverside, only(readOfRiverside, "page", "404", "404")),
      at("retired", retired, everyone("page")),
      ...[draft, discarded, "no-such-guide"].map((slug) => at(slug, slug, everyone("404"))),
      at("a version that there is not", open, everyone("404"), { number: 9 }),
      at("no format", open, everyone("404"), { format: "rtf" }),
    ];
  },
  "exchange/copy": ({ versions }, language) => {
    const { open, forMembers, forRiverside, retired } = versions[language];
    return [
      { what: "open", values: { id: open }, get: everyone("page") },
      { what: "for members", values: { id: forMembers }, get: only(members, "page", "404", "404") },
      { what: "for Riverside", values: { id: forRiverside }, get: only(readOfRiverside, "page", "404", "404") },
      { what: "retired", values: { id: retired }, get: everyone("page") },
      { what: "nothing", values: { id: randomUUID() }, get: everyone("404") },
    ];
  },
  "exchange/import": ({ organizations }) => [
    {
      get: only(adapt, "page", "403"),
      // Nothing was chosen.
      post: only(guideWritersOfRiverside, "422", "403"),
      form: () => ({ id: randomUUID(), title: "A guide that was brought", organization: organizations.riverside.id }),
    },
  ],
};
