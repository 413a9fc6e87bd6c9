import { describe, expect, test } from "vitest";

import { emptyForm, formOf, itemOf, type ReferenceForm } from "~/features/evidence/reference-form";
import { getReference, getReferences } from "~/features/evidence/reference-queries.server";
import { addReference, correctReference, removeReference } from "~/features/evidence/references.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { revise } from "~/features/publishing/revision.server";
import { db } from "~/platform/db.server";
import { citingKind, reference, summary, summaryFields } from "#tests/support/references";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

const typed = (changes: Partial<ReferenceForm> = {}): ReferenceForm => ({
  ...emptyForm,
  title: "Social prescribing and loneliness in Ontario",
  authors: "Mulligan, Kate\nAlliance for Healthier Communities",
  date: "2020-03",
  doi: "https://doi.org/10.1000/ABC.1",
  ...changes,
});

async function world() {
  const home = await organization();
  const rae = await person("Rae", { roles: ["RESEARCHER"], organizations: [home] });
  const max = await person("Max", { roles: ["PRACTITIONER"], organizations: [home] });
  return { rae, max, ...(await summary({ by: rae })) };
}

const listed = async (contributionId: string) =>
  db.reference.findMany({ where: { contributionId, removedAt: null }, orderBy: { key: "asc" } });

describe("A reference", () => {
  test("is typed in, under a key of its own, with its styles and a bare DOI", async () => {
    const { rae, id, slug } = await world();
    expect(await addReference(rae, "en", slug, typed(), false)).toEqual({ outcome: "added", key: "mulligan2020" });

    const [row] = await listed(id);
    expect(row).toMatchObject({ key: "mulligan2020", doi: "10.1000/abc.1", adderId: rae.id });
    expect(row).toMatchObject({ styled: { apa: { en: expect.stringContaining("Mulligan, K.") } } });
    expect(row?.csl).toMatchObject({
      author: [{ family: "Mulligan", given: "Kate" }, { literal: "Alliance for Healthier Communities" }],
      issued: { "date-parts": [[2020, 3]] },
    });
    expect((await eventNames()).at(-1)).toBe("summary.reference_added");
  });

  test("is refused from whoever may not write, unknown or retired summaries", async () => {
    const { rae, max, slug } = await world();
    expect(await status(addReference(max, "en", slug, typed(), false))).toBe(403);
    expect(await status(addReference(rae, "en", "no-such", typed(), false))).toBe(404);
    const stranger = await person("Sam", { roles: ["RESEARCHER"], organizations: [await organization("Elsewhere")] });
    expect(await status(addReference(stranger, "en", slug, typed(), false))).toBe(404);

    const published = await summary({ by: rae, isPublished: true, fields: { title: "Another summary of loneliness" } });
    const editor = await person("Ed", { roles: ["EDITOR"] });
    await retireContribution(citingKind, editor, "en", published.slug, { reason: "Out of date by now.", successor: "" });
    expect(await status(addReference(rae, "en", published.slug, typed(), false))).toBe(403);
  });

  test("that seems to be there already is added only when both are wanted", async () => {
    const { rae, id, slug } = await world();
    await addReference(rae, "en", slug, typed(), false);
    const sameTitle = typed({ doi: "", date: "2020", title: "Social Prescribing and loneliness in Ontario!" });
    for (const form of [typed({ title: "Another title altogether" }), sameTitle])
      expect(await addReference(rae, "en", slug, form, false)).toMatchObject({ outcome: "doubled", twins: [{ key: "mulligan2020" }] });
    expect(await addReference(rae, "en", slug, sameTitle, true)).toEqual({ outcome: "added", key: "mulligan2020a" });
    expect(await listed(id)).toHaveLength(2);
  });

  test("is one when two add the same at once", async () => {
    const { rae, id, slug } = await world();
    const outcomes = await Promise.all([1, 2].map(() => addReference(rae, "en", slug, typed(), false)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["added", "doubled"]);
    expect(await listed(id)).toHaveLength(1);
  });

  test("is not the five thousand and first", async () => {
    const { rae, id, slug } = await world();
    const { id: _, ...row } = await reference(id, "first");
    await db.reference.createMany({
      data: Array.from({ length: 4_999 }, (_, index) => ({
        ...row,
        csl: row.csl as object,
        styled: row.styled as object,
        key: `k${index}`,
        likeness: `l${index}`,
      })),
    });
    expect(await refusal(addReference(rae, "en", slug, typed(), false))).toEqual([422, "references.error.tooMany"]);
    const page = await getReferences(rae, "en", slug);
    expect(page.total).toBe(5_000);
    const next = await getReferences(rae, "en", slug, { after: page.next ?? "" });
    expect([page.references.length, next.references.length]).toEqual([50, 50]);
    expect((await getReferences(rae, "en", slug, { sought: "K4998" })).references.map(({ key }) => key)).toEqual(["k4998"]);
  });

  test("is corrected as a new row under the same key; what was published keeps the old one", async () => {
    const { rae, id, slug } = await world();
    const old = await reference(id, "mulligan2020", { author: [{ family: "Berg", given: "Jan", "non-dropping-particle": "van den" }] });
    const form = formOf(old.csl as never);
    expect(form.authors).toBe("van den Berg, Jan");
    await correctReference(rae, "en", slug, old.id, { ...form, key: old.key, volume: "7" }, false);

    const [row] = await listed(id);
    expect(row?.id).not.toBe(old.id);
    expect(row).toMatchObject({ key: "mulligan2020", csl: { volume: "7", author: [{ "non-dropping-particle": "van den" }] } });
    expect(await db.reference.findUnique({ where: { id: old.id } })).toMatchObject({ csl: old.csl });
    expect(await correctReference(rae, "en", slug, old.id, { ...form, key: old.key }, false)).toEqual({ outcome: "movedOn" });
    expect(await status(getReference(rae, "en", slug, old.id))).toBe(409);
    expect((await eventNames()).at(-1)).toBe("summary.reference_corrected");
  });

  test("is corrected by one of two who do so at once", async () => {
    const { rae, id, slug } = await world();
    const { id: old, csl } = await reference(id, "one");
    const outcomes = await Promise.all(
      ["1", "2"].map((volume) => correctReference(rae, "en", slug, old, { ...formOf(csl as never), key: "one", volume }, false)),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["corrected", "movedOn"]);
    expect(await listed(id)).toHaveLength(1);
  });

  test("gets another key by hand while nothing cites it, and none that is taken", async () => {
    const { rae, max, id, slug } = await world();
    const one = await reference(id, "one");
    await reference(id, "two", { title: "Another one" });
    const form = formOf(one.csl as never);
    expect(await refusal(correctReference(rae, "en", slug, one.id, { ...form, key: "two" }, false))).toEqual([
      422,
      "references.error.keyTaken",
    ]);
    expect(await status(correctReference(max, "en", slug, one.id, { ...form, key: "three" }, false))).toBe(403);
    await correctReference(rae, "en", slug, one.id, { ...form, key: "three" }, false);
    const three = (await listed(id)).find(({ key }) => key === "three");

    const fields = summaryFields({ body: `${summaryFields().body}\n\nAs told [@three].` });
    await revise(citingKind, rae, "en", slug, { base: 2, sequence: 0, fields });
    expect(await refusal(correctReference(rae, "en", slug, three?.id ?? "", { ...form, key: "four" }, false))).toEqual([
      422,
      "references.error.keyCited",
    ]);
  });

  test("is removed unless the latest text of a language cites it, which is told", async () => {
    const { rae, max, id, slug } = await world();
    const one = await reference(id, "one");
    const two = await reference(id, "two", { title: "Another one" });
    const own = { findingKey: ["f1"], findingOutcome: ["Loneliness"], findingReferences: ["one"] };
    const fields = summaryFields({ body: `${summaryFields().body}\n\nAs told [@one].`, own });
    await revise(citingKind, rae, "en", slug, { base: 2, sequence: 0, fields });

    expect(await refusal(removeReference(rae, "en", slug, one.id))).toEqual([
      409,
      "references.conflict.cited.lead references.conflict.cited.en.body references.conflict.cited.en.findings",
    ]);
    expect(await status(removeReference(max, "en", slug, two.id))).toBe(404);
    expect(await status(removeReference(rae, "en", slug, id))).toBe(404);
    await removeReference(rae, "en", slug, two.id);
    expect(await status(removeReference(rae, "en", slug, two.id))).toBe(409);
    expect((await listed(id)).map(({ key }) => key)).toEqual(["one"]);

    const page = await getReferences(rae, "en", slug);
    expect(page.references).toMatchObject([{ key: "one", cited: ["en"] }]);
    expect(page.stale).toEqual(["en"]);
    expect((await eventNames()).at(-1)).toBe("summary.reference_removed");
  });

  test("keeps what its form does not show", () => {
    const item = itemOf(
      { ...formOf({ type: "book", title: "A", edition: "2", issued: { "date-parts": [[2020], [2021]] } }), title: "B" },
      {
        type: "book",
        title: "A",
        edition: "2",
        issued: { "date-parts": [[2020], [2021]] },
      },
    );
    expect(item).toEqual({ type: "book", title: "B", edition: "2", issued: { "date-parts": [[2020], [2021]] } });
    expect(itemOf({ ...emptyForm, title: "A", authors: "Roe, Jane, Jr.\nWorld Health Organization", date: "in press" })).toEqual({
      type: "article-journal",
      title: "A",
      author: [{ family: "Roe", given: "Jane", suffix: "Jr." }, { literal: "World Health Organization" }],
      issued: { literal: "in press" },
    });
  });
});
