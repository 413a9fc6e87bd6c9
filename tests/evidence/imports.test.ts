import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { getImport } from "~/features/evidence/import-queries.server";
import { readImport } from "~/features/evidence/import-reading.server";
import { abandonImport, acceptImport, bringReferences, chooseEntries, forgetOldImports, textOf } from "~/features/evidence/imports.server";
import { db } from "~/platform/db.server";
import { bibtex } from "#tests/support/imports";
import { reference, summary } from "#tests/support/references";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

async function world() {
  const home = await organization();
  const rae = await person("Rae", { roles: ["RESEARCHER"], organizations: [home] });
  const rob = await person("Rob", { roles: ["RESEARCHER"], organizations: [home] });
  return { rae, rob, ...(await summary({ by: rae })) };
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => bibtex(`entry${from + index}`)).join("\n");

async function bring(actor: Actor, slug: string, text: string, format = "auto") {
  const id = randomUUID();
  await bringReferences(actor, "en", slug, { id, format, text });
  return id;
}

/** What the form of a page sends when nothing is changed on it. */
async function asShown(actor: Actor, slug: string, id: string, page = 1) {
  const { preview } = await getImport(actor, "en", slug, id, page);
  const entries = preview?.entries ?? [];
  return {
    page,
    chosen: entries.filter(({ isChosen }) => isChosen).map(({ index }) => index),
    proposed: entries.filter(({ isProposed }) => isProposed).map(({ index }) => index),
    elsewhere: preview?.counts.elsewhere ?? 0,
  };
}

const keysOf = async (contributionId: string) =>
  (await db.reference.findMany({ where: { contributionId, removedAt: null }, orderBy: { key: "asc" } })).map(({ key }) => key);

describe("An import", () => {
  test("that is short is read at once, looked at, and taken over as a whole", async () => {
    const { rae, id: contributionId, slug } = await world();
    const id = await bring(rae, slug, `${bibtex("one", { doi: "10.1000/one" })}${bibtex("two")}`);
    const { state, preview } = await getImport(rae, "en", slug, id, 1);
    expect(state).toBe("READ");
    expect(preview?.counts).toMatchObject({ all: 2, chosen: 2, faulty: 0, doubled: 0 });
    expect(preview?.entries[0]).toMatchObject({ label: "one", line: 1, isSound: true, isChosen: true });
    expect(preview?.entries[0]?.apa).toContain("A study of one");
    expect(await keysOf(contributionId)).toEqual([]);

    expect(await acceptImport(rae, "en", slug, id, await asShown(rae, slug, id))).toEqual({ taken: 2, leftOut: 0 });
    expect(await keysOf(contributionId)).toEqual(["roe2020", "roe2020a"]);
    expect((await eventNames()).at(-1)).toBe("summary.references_imported");
    const row = await db.reference.findFirstOrThrow({ where: { contributionId, key: "roe2020" } });
    expect(row).toMatchObject({ doi: "10.1000/one", adderId: rae.id, styled: { apa: { en: expect.stringContaining("Roe, J.") } } });
    expect(await db.referenceImport.findUnique({ where: { id } })).toMatchObject({ state: "TAKEN", text: null, entries: [] });
  });

  test("that is long is read by a job, which says how far it is and forgets the text", async () => {
    const { rae, id: contributionId, slug } = await world();
    const id = await bring(rae, slug, many(700));
    expect(await getImport(rae, "en", slug, id, 1)).toMatchObject({ state: "WAITING", preview: null });
    expect(await status(acceptImport(rae, "en", slug, id, { page: 1, chosen: [], proposed: [], elsewhere: 0 }))).toBe(409);
    const [job] = await db.$queryRaw<
      { payload: unknown }[]
    >`SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`read-references:${id}`}`;
    expect(job?.payload).toEqual({ importId: id });

    await readImport(id);
    const page = await getImport(rae, "en", slug, id, 14);
    expect(page).toMatchObject({
      state: "READ",
      done: 700,
      total: 700,
      preview: { page: 14, pages: 14, counts: { all: 700, chosen: 700 } },
    });
    expect(page.preview?.entries.map(({ index }) => index)[0]).toBe(650);
    expect(await db.referenceImport.findUnique({ where: { id }, select: { text: true } })).toEqual({ text: null });

    // The choice of each page is kept; the last one comes with the button.
    const second = await asShown(rae, slug, id, 2);
    await chooseEntries(rae, "en", slug, id, { ...second, chosen: second.chosen.slice(1) });
    const last = await asShown(rae, slug, id, 14);
    expect(last.elsewhere).toBe(649);
    expect(await acceptImport(rae, "en", slug, id, { ...last, chosen: last.chosen.slice(0, -1) })).toEqual({ taken: 698, leftOut: 0 });
    expect(await keysOf(contributionId)).toHaveLength(698);
    expect(
      await db.reference.count({ where: { contributionId, likeness: { in: ["study of entry50 2020", "study of entry699 2020"] } } }),
    ).toBe(0);
  });

  test("is read again when the job died in the middle, and nothing is taken over by half", async () => {
    const { rae, id: contributionId, slug } = await world();
    const id = await bring(rae, slug, many(700));
    await db.referenceImport.update({ where: { id }, data: { state: "READING", done: 300, total: 700 } });
    expect(await status(acceptImport(rae, "en", slug, id, { page: 1, chosen: [0], proposed: [0], elsewhere: 0 }))).toBe(409);
    expect(await keysOf(contributionId)).toEqual([]);
    await readImport(id);
    expect(await getImport(rae, "en", slug, id, 1)).toMatchObject({ state: "READ", total: 700 });
    await readImport(id);

    // The last row of the transaction fails: none stays.
    const shown = await asShown(rae, slug, id);
    await db.$executeRaw`ALTER TABLE "Reference" ADD CONSTRAINT too_much CHECK (likeness <> 'study of entry699 2020')`;
    try {
      await expect(acceptImport(rae, "en", slug, id, shown)).rejects.toThrow();
    } finally {
      await db.$executeRaw`ALTER TABLE "Reference" DROP CONSTRAINT too_much`;
    }
    expect(await keysOf(contributionId)).toEqual([]);
    expect(await getImport(rae, "en", slug, id, 1)).toMatchObject({ state: "READ" });
  });

  test("that was pressed twice is taken over once", async () => {
    const { rae, id: contributionId, slug } = await world();
    const id = await bring(rae, slug, many(3));
    const shown = await asShown(rae, slug, id);
    const outcomes = await Promise.all([1, 2, 3].map(() => acceptImport(rae, "en", slug, id, shown)));
    expect(outcomes.map(({ taken }) => taken)).toEqual([3, 3, 3]);
    expect(await keysOf(contributionId)).toHaveLength(3);
  });

  test("proposes neither what is in the list nor what is in the file twice, and takes it when it is chosen", async () => {
    const { rae, id: contributionId, slug } = await world();
    await reference(contributionId, "known2020", { title: "Quite another title", DOI: "10.1000/known" });
    const text = [
      bibtex("one", { doi: "10.1000/KNOWN" }),
      bibtex("two", { doi: "10.1000/two" }),
      bibtex("three", { title: "A Study of TWO" }),
      bibtex("four", { doi: "https://doi.org/10.1000/two", title: "Others" }),
    ].join("");
    const id = await bring(rae, slug, text);
    const { preview } = await getImport(rae, "en", slug, id, 1);
    expect(preview?.entries.map(({ known, of, isChosen }) => [known, of, isChosen])).toEqual([
      ["known2020", null, false],
      [null, null, true],
      [null, 2, false],
      [null, 2, false],
    ]);
    expect(preview?.counts).toMatchObject({ chosen: 1, doubled: 3 });
    const shown = await asShown(rae, slug, id);
    expect(await acceptImport(rae, "en", slug, id, { ...shown, chosen: [0, 1] })).toEqual({ taken: 2, leftOut: 0 });
  });

  test("leaves out what someone has added in the meantime, and tells so", async () => {
    const { rae, rob, id: contributionId, slug } = await world();
    const mine = await bring(rae, slug, many(3));
    const shown = await asShown(rae, slug, mine);
    const theirs = await bring(rob, slug, many(1));
    await acceptImport(rob, "en", slug, theirs, await asShown(rob, slug, theirs));
    expect(await acceptImport(rae, "en", slug, mine, shown)).toEqual({ taken: 2, leftOut: 1 });
    expect(await keysOf(contributionId)).toHaveLength(3);
  });

  test("never takes over what cannot be cited, chosen or not", async () => {
    const { rae, slug } = await world();
    const id = await bring(rae, slug, `@article{bad, title = {Never closed\n\n${bibtex("good")}@book{untitled, year = {2020}}\n`);
    const { preview } = await getImport(rae, "en", slug, id, 1);
    const faulty = preview?.entries.filter(({ isSound }) => !isSound) ?? [];
    expect(faulty.length).toBeGreaterThan(0);
    for (const entry of faulty) expect(entry.faults.length).toBeGreaterThan(0);
    const chosen = preview?.entries.map(({ index }) => index) ?? [];
    expect((await acceptImport(rae, "en", slug, id, { page: 1, chosen, proposed: [], elsewhere: 0 })).taken).toBe(1);
  });

  test("does not make more than five thousand, and needs something to be chosen", async () => {
    const { rae, id: contributionId, slug } = await world();
    const { id: _, ...row } = await reference(contributionId, "first");
    const rest = { ...row, csl: row.csl as object, styled: row.styled as object };
    await db.reference.createMany({ data: Array.from({ length: 4_998 }, (__, n) => ({ ...rest, key: `k${n}`, likeness: `l${n}` })) });
    const id = await bring(rae, slug, many(2));
    const shown = await asShown(rae, slug, id);
    expect(await refusal(acceptImport(rae, "en", slug, id, shown))).toEqual([422, "references.error.tooMany"]);
    expect(await refusal(acceptImport(rae, "en", slug, id, { ...shown, chosen: [] }))).toEqual([409, "references.conflict.nothingChosen"]);
    expect(await acceptImport(rae, "en", slug, id, { ...shown, chosen: [1] })).toMatchObject({ taken: 1 });
  });

  test("is one's own: others neither see nor take nor abandon it", async () => {
    const { rae, rob, slug } = await world();
    const id = await bring(rae, slug, many(2));
    const shown = await asShown(rae, slug, id);
    expect(await status(getImport(rob, "en", slug, id, 1))).toBe(404);
    expect(await status(acceptImport(rob, "en", slug, id, shown))).toBe(404);
    expect(await status(chooseEntries(rob, "en", slug, id, shown))).toBe(404);
    expect(await status(abandonImport(rob, "en", slug, id))).toBe(404);
    const max = await person("Max", { roles: ["PRACTITIONER"] });
    expect(await status(bringReferences(max, "en", slug, { id: randomUUID(), format: "auto", text: many(1) }))).toBe(403);
    const sam = await person("Sam", { roles: ["RESEARCHER"], organizations: [await organization("Elsewhere")] });
    expect(await status(bringReferences(sam, "en", slug, { id: randomUUID(), format: "auto", text: many(1) }))).toBe(404);
  });

  test("is one at a time for a person and a summary; sent twice it is brought once", async () => {
    const { rae, slug } = await world();
    const id = await bring(rae, slug, many(2));
    await bringReferences(rae, "en", slug, { id, format: "auto", text: many(2) });
    expect(await status(bring(rae, slug, many(1)))).toBe(409);
    await abandonImport(rae, "en", slug, id);
    const both = await Promise.all([1, 2].map(() => status(bring(rae, slug, many(1)))));
    expect(both.sort()).toEqual([200, 409]);
    expect(await db.referenceImport.count()).toBe(1);
  });

  test("that cannot be read says why and keeps the text; the next one takes its place", async () => {
    const { rae, slug } = await world();
    const id = await bring(rae, slug, "Dear editor, here are my references.");
    const row = await db.referenceImport.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "FAILED", text: "Dear editor, here are my references." });
    expect(row.fault).toMatch(/^references\.fault\./);
    await bring(rae, slug, many(1));
    expect(await db.referenceImport.findUnique({ where: { id } })).toBeNull();
  });

  test("is forgotten after a week", async () => {
    const { rae, slug } = await world();
    const id = await bring(rae, slug, many(1));
    await forgetOldImports();
    expect(await db.referenceImport.count()).toBe(1);
    await db.referenceImport.update({ where: { id }, data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } });
    await forgetOldImports();
    expect(await db.referenceImport.count()).toBe(0);
  });

  test("has a text, in whatever encoding", async () => {
    expect(textOf(Buffer.from("TI  - \xc9t\xe9", "latin1"), "")).toBe("TI  - Été");
    expect(textOf(Buffer.from("TI  - Été"), "")).toBe("TI  - Été");
    const refused = (work: () => unknown) => refusal(Promise.resolve().then(work));
    expect(await refused(() => textOf(Buffer.from([0, 1, 2, 0]), ""))).toEqual([422, "references.fault.binary"]);
    expect(await refused(() => textOf(null, " \n"))).toEqual([422, "references.error.nothing"]);
    expect(await refused(() => textOf(null, "x".repeat(8 * 1024 * 1024 + 1)))).toEqual([422, "references.fault.tooBig"]);
  });
});
