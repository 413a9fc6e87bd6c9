import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { getForImprovement, offerImprovement } from "~/features/lineage/improvement.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { tellOfSuggestion } from "~/features/publishing/suggestion-mail.server";
import { listSuggestions } from "~/features/publishing/suggestion-queries.server";
import { declineSuggestion, takeSuggestion } from "~/features/publishing/suggestion.server";
import { db } from "~/platform/db.server";
import { change, edition, publish } from "#tests/support/editions";
import { retirePractice, revisePractice } from "#tests/support/practices";
import { refusal, status } from "#tests/support/refusals";
import { faceAt, guide, organization, person } from "#tests/support/world";

const BODY = `## Purpose {#purpose}\n\n${"A walk a week keeps people in touch. ".repeat(20)}\n\n## Steps {#steps}\n\nFind a path.\n\nTell people.\n\nWear shoes.\n\n## Equity {#equity}\n\nAsk who cannot come.\n`;

const writer = async (name: string) => person(name, { roles: ["PRACTITIONER"], organizations: [await organization(name)], steward: true });

const reasons = (...sections: string[]) => ({
  changeSection: sections,
  changeReason: sections.map(() => "It is different here"),
  ...Object.fromEntries(
    ["changeSetting", "changePopulation", "changeProvince", "changeLanguage"].map((name) => [name, sections.map(() => "")]),
  ),
});

/** A guide, and a published edition of it that changed one section and added another. */
async function travelled() {
  const by = await writer("Amira");
  const { slug, id } = await guide({ by, state: "PUBLISHED", fields: { body: BODY } });
  const paul = await writer("Paul");
  const own = await edition(paul, slug);
  const body = `${BODY.replace("Find a path.", "Find a hall.")}\n## Snow {#snow}\n\nHave cleats ready.\n`;
  await change(paul, own, { body, own: reasons("steps", "snow") });
  await publish(paul, own);
  return { by, slug, id, paul, own };
}

const offer = (actor: Actor, own: string, sections: string[], note = "") =>
  offerImprovement(practiceKind, actor, "en", own, { sections, note });

const waitingFor = async (actor: Actor, slug: string) => (await listSuggestions(practiceKind, actor, "en", slug)).waiting;

const draftOf = async (actor: Actor, slug: string) => {
  const { id } = await faceAt(slug);
  const draft = await db.draft.findUnique({ where: { faceId_accountId: { faceId: id, accountId: actor.id } } });
  return (draft?.fields as { body: string } | undefined)?.body;
};

test("what an edition changed and added can be offered, is shown with its difference, and its writers are told", async () => {
  const { by, slug, id, paul, own } = await travelled();
  const page = await getForImprovement(practiceKind, paul, "en", own);
  expect(page.sections.map(({ key, kind, isWaiting }) => ({ key, kind, isWaiting }))).toEqual([
    { key: "steps", kind: "CHANGED", isWaiting: false },
    { key: "snow", kind: "ADDED", isWaiting: false },
  ]);

  await offer(paul, own, ["steps", "snow"], "Nobody fell.");
  const waiting = await waitingFor(by, slug);
  expect(waiting.map(({ author, note, offer: from }) => ({ author, note, from: from?.from?.slug }))).toEqual([
    { author: "Paul", note: "Nobody fell.", from: own },
    { author: "Paul", note: "Nobody fell.", from: own },
  ]);
  expect(waiting[0]?.offer?.changes).toContainEqual({ text: "hall", change: "added" });
  expect((await getForImprovement(practiceKind, paul, "en", own)).sections.map(({ isWaiting }) => isWaiting)).toEqual([true, true]);

  await tellOfSuggestion(waiting[0]?.id ?? "");
  expect(await db.notification.findMany()).toMatchObject([{ accountId: by.id, kind: "improvement_offered", subjectId: id }]);
});

test("taken, it is merged with what the original says by now, and credited once that is published", async () => {
  const { by, slug, paul, own } = await travelled();
  await offer(paul, own, ["steps", "snow"]);
  await change(by, slug, { body: BODY.replace("Wear shoes.", "Wear warm shoes.") });
  for (const { id } of await waitingFor(by, slug))
    expect(await takeSuggestion(practiceKind, by, "en", slug, id)).toEqual({ isMerged: true, isConflict: false });

  const body = (await draftOf(by, slug)) ?? "";
  expect(body).toContain("## Steps {#steps}\n\nFind a hall.\n\nTell people.\n\nWear warm shoes.\n");
  expect(body).toContain("## Snow {#snow}\n\nHave cleats ready.\n");
  expect(body).toContain("Ask who cannot come.");
  const { latestNumber, revisions } = await faceAt(slug);
  const { title, summary, sources, details } = revisions.at(-1) ?? {};
  const draft = await db.draft.findFirstOrThrow({ where: { accountId: by.id } });
  await revisePractice(by, "en", slug, {
    base: latestNumber,
    sequence: draft.sequence,
    fields: { ...(details as object), title, summary, sources, body } as Parameters<typeof revisePractice>[3]["fields"],
  });
  await publish(by, slug);
  expect(await getPractice(null, "en", slug)).toMatchObject({ credits: [{ name: "Paul" }] });
});

test("where both changed the same place, both texts stand, marked", async () => {
  const { by, slug, paul, own } = await travelled();
  await offer(paul, own, ["steps"]);
  await change(by, slug, { body: BODY.replace("Find a path.", "Find a trail.") });
  const [waiting] = await waitingFor(by, slug);
  expect(await takeSuggestion(practiceKind, by, "en", slug, waiting?.id ?? "")).toEqual({ isMerged: true, isConflict: true });
  const body = (await draftOf(by, slug)) ?? "";
  for (const words of ["Find a trail.", "Find a hall.", "**Our text:**", "**The adaptation’s text:**"]) expect(body).toContain(words);
});

test("declined, it can be offered again", async () => {
  const { by, slug, paul, own } = await travelled();
  await offer(paul, own, ["steps"]);
  expect(await refusal(offer(paul, own, ["steps"]))).toEqual([422, "upstream.error.notOffered"]);
  const [waiting] = await waitingFor(by, slug);
  await declineSuggestion(practiceKind, by, "en", slug, waiting?.id ?? "", "We meet on a path.");
  await offer(paul, own, ["steps"]);
  expect(await waitingFor(by, slug)).toHaveLength(1);
});

test("only those who write the edition offer, of an edition, what is different and published, while the original is there to read", async () => {
  const { by, slug, paul, own } = await travelled();
  const stranger = await writer("Sam");
  expect(await status(offer(stranger, own, ["steps"]))).toBe(403);
  expect(await status(offer(by, slug, ["steps"]))).toBe(404);
  expect(await refusal(offer(paul, own, ["equity"]))).toEqual([422, "upstream.error.notOffered"]);
  const young = await edition(paul, slug, { title: "Another edition of it" });
  expect(await refusal(offer(paul, young, ["steps"]))).toEqual([409, "upstream.error.notPublished"]);

  const hidden = { visibility: "ORGANIZATION" } as const;
  await db.contribution.updateMany({ where: { faces: { some: { slug } } }, data: hidden });
  expect(await refusal(offer(paul, own, ["steps"]))).toEqual([409, "upstream.error.originalGone"]);
  await db.contribution.updateMany({ where: { faces: { some: { slug } } }, data: { visibility: "PUBLIC" } });
  const editor = await person("Ed Editor", { roles: ["EDITOR"] });
  await retirePractice(editor, "en", slug, { reason: "It has ended for good.", successor: "" });
  expect(await refusal(offer(paul, own, ["steps"]))).toEqual([409, "upstream.error.originalGone"]);
  expect(await db.suggestion.count()).toBe(0);
});
