import { expect, test } from "vitest";

import { reviewPractice, savePracticeDraft, submitPractice } from "#tests/support/practices";
import { action as discard } from "~/routes/contributions/disposal";
import { loader } from "~/routes/contributions/mine";
import { action as recover } from "~/routes/contributions/recovery";
import { submission, visit } from "#tests/support/request";
import { faceAt, guide, guideFields, openReview, organization, person } from "#tests/support/world";

const MINE = "/en/practices/mine";

test("the guides of a writer are listed with their state, what was worked on last first", async () => {
  const { amira, eloise } = await people();
  const walk = await guide({ by: amira });
  await guide({ by: amira, fields: { title: "Cook together" }, language: "fr" });
  await submitPractice(amira, "en", walk.slug);
  await reviewPractice(eloise, "en", walk.slug, {
    review: (await openReview(walk.slug)).id,
    decision: "CHANGES_REQUESTED",
    comment: "Add who pays.",
  });
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Walk on" }) });

  const { guides, mayWrite } = await (await loader(visit(amira, MINE))).json();

  expect(mayWrite).toBe(true);
  expect(guides).toMatchObject([
    { title: "Walk on", language: "en", state: "CHANGES_REQUESTED", hasDraft: true, comment: "Add who pays." },
    { title: "Cook together", language: "fr", state: "DRAFT", hasDraft: false, comment: "" },
  ]);
});

test("others' guides are not mine, and a visitor signs in first", async () => {
  const { amira, eloise } = await people();
  await guide({ by: amira });

  expect((await (await loader(visit(eloise, MINE))).json()).guides).toEqual([]);
  await expect(loader(visit(null, MINE))).rejects.toMatchObject({ status: 302 });
});

test("a guide is put away and brought back, and its writer is back on the page they came from", async () => {
  const { amira } = await people();
  const { slug } = await guide({ by: amira, language: "fr" });

  const away = await discard(submission(amira, `/fr/pratiques/${slug}/mise-au-rebut?to=%2Fen%2Fpractices%2Fmine`, { slug }));
  expect(away.headers.get("Location")).toBe(MINE);
  expect((await (await loader(visit(amira, MINE))).json()).guides).toMatchObject([{ isDiscarded: true, mayDiscard: false }]);

  const back = await recover(submission(amira, `/fr/pratiques/${slug}/recuperation`, { slug }));
  expect(back.headers.get("Location")).toBe("/fr/pratiques/les-miens");
  expect((await faceAt(slug, "fr")).contribution.discardedAt).toBeNull();
});

test("the way back never leads out of the portal", async () => {
  const { amira } = await people();
  const { slug } = await guide({ by: amira });

  const away = await discard(submission(amira, `/en/practices/${slug}/disposal?to=https%3A%2F%2Fevil.example`, { slug }));

  expect(away.headers.get("Location")).toBe(MINE);
});

test("strangers put nothing away, and what is in review stays", async () => {
  const { amira } = await people();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });
  const { slug } = await guide({ by: amira, state: "IN_REVIEW" });
  const path = `/en/practices/${slug}/disposal`;

  await expect(discard(submission(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(discard(submission(amira, path, { slug }))).rejects.toMatchObject({ status: 409 });
  await expect(recover(submission(amira, path, { slug }))).rejects.toMatchObject({ status: 409 });
});

async function people() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  return { amira, eloise: await person("Éloïse", { roles: ["EDITOR"] }) };
}
