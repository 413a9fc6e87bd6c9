import { describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { action as accept } from "~/routes/evidence/import-acceptance";
import { action as abandon } from "~/routes/evidence/import-removal";
import { action as choose, headers, loader as importLoader } from "~/routes/evidence/import";
import { action as bring, loader as importsLoader } from "~/routes/evidence/imports";
import { action as add } from "~/routes/evidence/new-reference";
import { action as correct, loader as referenceLoader } from "~/routes/evidence/reference";
import { action as remove } from "~/routes/evidence/reference-removal";
import { loader as listLoader } from "~/routes/evidence/references";
import { bibtex, bringing } from "#tests/support/imports";
import { reference, summary } from "#tests/support/references";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

async function world() {
  const home = await organization();
  const rae = await person("Rae", { roles: ["RESEARCHER"], organizations: [home] });
  const { id, slug } = await summary({ by: rae });
  return { rae, id, slug, params: { slug }, base: `/en/evidence/${slug}/references` };
}

type Place = Awaited<ReturnType<typeof world>>;

const bodyOf = async (answer: Promise<Response>) => (await answer).json();

const bringTo = ({ rae, params, base }: Place, brought: Parameters<typeof bringing>[3]) =>
  bring(bringing(rae, `${base}/imports`, params, brought));

/** Brings something and opens the page that it leads to. */
async function brought(place: Place, what: Parameters<typeof bringing>[3]) {
  const answer = await bringTo(place, what);
  const path = answer.headers.get("Location") ?? "";
  const id = path.split("/").at(-1) ?? "";
  const { page } = await bodyOf(importLoader(visit(place.rae, path, { ...place.params, id })));
  return { path, id, page };
}

type Entry = { index: number; isChosen: boolean; isProposed: boolean; title: string | null; faults: { message: string }[]; line: number };

const form = (entries: Entry[], changes: Record<string, string | string[]> = {}) => ({
  page: "1",
  chosen: entries.filter(({ isChosen }) => isChosen).map(({ index }) => String(index)),
  proposed: entries
    .filter(({ isProposed }) => isProposed)
    .map(({ index }) => index)
    .join(),
  elsewhere: "0",
  ...changes,
});

const take = ({ rae, params, base }: Place, id: string, fields: Record<string, string | string[]>) =>
  accept(submission(rae, `${base}/imports/${id}/acceptance`, { ...params, id }, fields));

const rows = (contributionId: string) => db.reference.findMany({ where: { contributionId, removedAt: null }, orderBy: { key: "asc" } });

const typed = { type: "report", title: "A report about links", authors: "Roe, Jane", date: "2021" };

describe("The pages of references", () => {
  test("send visitors to sign in, and strangers away", async () => {
    const { slug, params, base } = await world();
    const sam = await person("Sam", { roles: ["RESEARCHER"], organizations: [await organization("Elsewhere")] });
    for (const [loader, path] of [
      [listLoader, base],
      [importsLoader, `${base}/imports`],
    ] as const) {
      expect(await status(loader(visit(null, path, params)))).toBe(302);
      expect(await status(loader(visit(sam, path, params)))).toBe(404);
    }
    expect(await status(add(submission(null, `${base}/new`, { slug }, typed)))).toBe(302);
  });

  test("add what is typed in, tell faults by field, and ask about a double", async () => {
    const { rae, id, params, base } = await world();
    const send = (fields: Record<string, string>) => add(submission(rae, `${base}/new`, params, fields));
    const faulty = await send({ ...typed, title: " ", doi: "10.1", date: "3 May 2020", address: "example" });
    expect(faulty.status).toBe(422);
    expect(await faulty.json()).toMatchObject({
      errors: {
        title: ["references.error.noTitle"],
        doi: ["references.error.doi"],
        date: ["references.error.date"],
        address: ["references.error.address"],
      },
      values: { date: "3 May 2020", authors: "Roe, Jane" },
    });
    expect((await send(typed)).headers.get("Location")).toBe(base);
    const asked = await send(typed);
    expect(asked.status).toBe(409);
    expect(await asked.json()).toMatchObject({ errors: { "": ["references.error.doubled"] }, twins: [{ key: "roe2021" }], values: typed });
    expect((await send({ ...typed, anyway: "yes" })).status).toBe(302);
    expect((await rows(id)).map(({ key }) => key)).toEqual(["roe2021", "roe2021a"]);
    expect(await status(send({ ...typed, state: "x" }))).toBe(400);
  });

  test("correct and remove; what moved on meanwhile keeps what was typed", async () => {
    const { rae, id: contributionId, params, base } = await world();
    const { id } = await reference(contributionId, "one");
    const at = { ...params, id };
    const send = () => correct(submission(rae, `${base}/${id}`, at, { ...typed, key: "one" }));
    expect((await send()).headers.get("Location")).toBe(base);
    const late = await send();
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ values: { title: "A report about links" }, errors: { "": ["references.conflict.movedOn"] } });
    const again = visit(rae, `${base}/${id}`, at);
    again.request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    expect(await status(referenceLoader(again))).toBe(200);

    const [row] = await rows(contributionId);
    const removal = { ...params, id: row?.id ?? "" };
    const { headers: gone } = await remove(submission(rae, `${base}/${removal.id}/removal`, removal));
    expect(gone.get("Location")).toBe(base);
    expect((await bodyOf(listLoader(visit(rae, base, params)))).page).toMatchObject({ total: 0, references: [] });
  });
});

describe("What is brought", () => {
  test("as BibTeX with broken braces: the faulty entry is told with its line, the others are taken", async () => {
    const place = await world();
    const { id, page } = await brought(place, {
      file: `${bibtex("first")}@article{broken,\n  title = {Never closed,\n  year = 2020\n\n${bibtex("last")}`,
    });
    expect(page.state).toBe("READ");
    const entries: Entry[] = page.preview.entries;
    const faulty = entries.find(({ faults }) => faults.some(({ message }) => message === "references.fault.broken"));
    expect(faulty?.line).toBeGreaterThan(1);
    await take(place, id, form(entries));
    expect((await rows(place.id)).map(({ csl }) => (csl as { title: string }).title)).toEqual(["A study of first", "A study of last"]);
  });

  test("as RIS in Latin-1: its accents are right", async () => {
    const place = await world();
    const ris = "TY  - JOUR\r\nAU  - Lévesque, Éloïse\r\nTI  - Prescription sociale à Montréal\r\nPY  - 2021\r\nER  - \r\n";
    const { id, page } = await brought(place, { file: Buffer.from(ris, "latin1"), format: "ris" });
    await take(place, id, form(page.preview.entries));
    const [row] = await rows(place.id);
    expect(row).toMatchObject({ key: "levesque2021", csl: { title: "Prescription sociale à Montréal", author: [{ family: "Lévesque" }] } });
  });

  test("with DOIs in ten coats: they are one, and only that one is proposed", async () => {
    const place = await world();
    const coats = [
      "10.1136/bmjopen-2016-013384",
      "doi:10.1136/bmjopen-2016-013384",
      "DOI 10.1136/BMJOPEN-2016-013384",
      "https://doi.org/10.1136/bmjopen-2016-013384",
      "http://dx.doi.org/10.1136/bmjopen-2016-013384",
      "doi.org/10.1136/bmjopen-2016-013384",
      "https://doi.org/10.1136%2Fbmjopen-2016-013384",
      "  10.1136/bmjopen-2016-013384.  ",
      "info:doi/10.1136/bmjopen-2016-013384",
      "https://doi.org/10.1136/bmjopen-2016-013384?utm=x",
    ];
    const { page, id } = await brought(place, { text: coats.map((doi, index) => bibtex(`coat${index}`, { doi })).join("") });
    expect(page.preview.counts).toMatchObject({ all: 10, chosen: 1, doubled: 9 });
    await take(place, id, form(page.preview.entries));
    expect((await rows(place.id)).map(({ doi }) => doi)).toEqual(["10.1136/bmjopen-2016-013384"]);
  });

  test("as nothing, as a picture, too large, or both at once: told at the field", async () => {
    const place = await world();
    for (const [what, reason] of [
      [{}, "references.error.nothing"],
      [{ file: Buffer.from([0x89, 0x50, 0, 0, 1]) }, "references.fault.binary"],
      [{ text: "x".repeat(8 * 1024 * 1024 + 1) }, "references.fault.tooBig"],
      [{ file: bibtex("a"), text: bibtex("b") }, "references.error.both"],
    ] as const) {
      const answer = await bringTo(place, what);
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors.file).toEqual([reason]);
    }
    expect((await bringTo(place, { text: bibtex("a"), format: "docx" })).status).toBe(422);
    expect(await db.referenceImport.count()).toBe(0);
  });

  test("as no bibliography: says why and comes back to be mended", async () => {
    const place = await world();
    const { page } = await brought(place, { text: "Dear editor" });
    expect(page).toMatchObject({ state: "FAILED", preview: null });
    const { page: start } = await bodyOf(importsLoader(visit(place.rae, `${place.base}/imports`, place.params)));
    expect(start).toMatchObject({ open: null, failed: { text: "Dear editor", fault: page.fault } });
  });

  test("at length: waits for a job, and the page looks again by itself", async () => {
    const place = await world();
    const text = Array.from({ length: 600 }, (_, index) => bibtex(`entry${index}`)).join("\n");
    const answer = await bringTo(place, { file: text });
    const path = answer.headers.get("Location") ?? "";
    const id = path.split("/").at(-1) ?? "";
    const waiting = await importLoader(visit(place.rae, path, { ...place.params, id }));
    expect(waiting.headers.get("Refresh")).toBe("2");
    const own = { loaderHeaders: waiting.headers, actionHeaders: new Headers(), parentHeaders: new Headers(), errorHeaders: undefined };
    expect(headers(own)).toEqual({ "Cache-Control": "no-store", Refresh: "2" });
    expect(await status(take(place, id, form([])))).toBe(409);
    expect((await bodyOf(importsLoader(visit(place.rae, `${place.base}/imports`, place.params)))).page.open).toBe(id);

    const { headers: gone } = await abandon(submission(place.rae, `${path}/removal`, { ...place.params, id }));
    expect(gone.get("Location")).toBe(`${place.base}/imports`);
    expect(await db.referenceImport.count()).toBe(0);
  });

  test("is chosen from page by page", async () => {
    const place = await world();
    const { path, id, page } = await brought(place, { text: Array.from({ length: 60 }, (_, n) => bibtex(`e${n}`)).join("\n") });
    expect(page.preview).toMatchObject({ page: 1, pages: 2, counts: { chosen: 60, elsewhere: 10 } });
    const at = { ...place.params, id };
    const turned = await choose(
      submission(place.rae, path, at, form(page.preview.entries, { chosen: ["0", "1"], elsewhere: "10", to: "2" })),
    );
    expect(turned.headers.get("Location")).toBe(`${path}?page=2`);
    const second = (await bodyOf(importLoader(visit(place.rae, `${path}?page=2`, at)))).page;
    expect(second.preview.counts).toMatchObject({ chosen: 12, elsewhere: 2 });
    await take(place, id, form(second.preview.entries, { page: "2", elsewhere: "2" }));
    expect(await rows(place.id)).toHaveLength(12);
    expect((await bodyOf(importLoader(visit(place.rae, path, at)))).page).toMatchObject({ state: "TAKEN", done: 12 });
    expect(await status(take(place, id, form([], { page: "0" })))).toBe(422);
  });

  test("is nobody else's", async () => {
    const place = await world();
    const { path, id } = await brought(place, { text: bibtex("a") });
    const { organizations } = place.rae as Actor;
    const rob = await person("Rob", { roles: ["RESEARCHER"], organizations });
    expect(await status(importLoader(visit(rob, path, { ...place.params, id })))).toBe(404);
  });
});
