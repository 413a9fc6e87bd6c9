import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { exportContent } from "~/features/library/exported.server";
import { importContent } from "~/features/library/imported.server";
import { db } from "~/platform/db.server";
import { emptyFolder } from "#tests/content/folder";
import { guide, guideFields, organization, person } from "#tests/support/world";

const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
  );

test("what ships comes out of the portal as it went in, to the byte", { timeout: 120_000 }, async () => {
  const folder = emptyFolder();
  cpSync("content", folder, { recursive: true });
  const before = filesIn(folder);
  await importContent(folder);
  const { guides } = await exportContent(folder);

  expect(guides).toBeGreaterThanOrEqual(12);
  expect(filesIn(folder)).toEqual(before);
});

test("guides written in the portal are exported too, and importing them again changes nothing", async () => {
  const amira = await person("Amira Haddad", { roles: ["PRACTITIONER"], organizations: [await organization("Harbour “House”: Centre")] });
  const fields = guideFields({
    title: "Walk: 10 steps, “simply” #1",
    summary: "Two lines of\nsummary, with a colon: and a 'quote' that need care.  ",
    sources: "  A first source, never cited\n\nA second “source”: with # and {braces}\n",
    body: `\n\n# A heading of the first level\n\n${guideFields().body}\n\n[9](#source-9)\n\n\n`,
    topics: ["nature", "food"],
    provinces: ["on"],
    maturity: "TRIED",
  });
  const { id } = await guide({ by: amira, state: "PUBLISHED", fields });
  const folder = emptyFolder();
  await exportContent(folder);
  const before = await db.face.findMany({
    include: { revisions: true, slugs: true, contribution: { include: { authors: true, terms: true } } },
  });
  const { faults, counts } = await importContent(folder);

  expect(existsSync(path.join(folder, "practices/walk-10-steps-simply-1/practice.yaml"))).toBe(true);
  expect(faults).toEqual([]);
  expect(counts.guides).toEqual({ added: 0, changed: 0, same: 1 });
  expect(counts.organizations).toEqual({ added: 0, changed: 0, same: 1 });
  expect(
    await db.face.findMany({ include: { revisions: true, slugs: true, contribution: { include: { authors: true, terms: true } } } }),
  ).toEqual(before);
  expect(await db.contribution.findUnique({ where: { id } })).toMatchObject({ contentKey: null });
});

test("what is a draft, retired, for members only, or of the demo world stays in the portal", async () => {
  const ours = await organization();
  const demo = await organization("Demo House");
  await db.organization.update({ where: { id: demo.id }, data: { contentKey: "demo-house" } });
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const pascal = await person("Pascal", { roles: ["PRACTITIONER"], organizations: [demo] });
  await guide({ by: amira, state: "DRAFT", fields: { title: "A draft of ours" } });
  await guide({ by: amira, state: "PUBLISHED", fields: { title: "For members only", visibility: "MEMBERS" } });
  const retired = await guide({ by: amira, state: "PUBLISHED", fields: { title: "Out of use" } });
  await db.contribution.update({ where: { id: retired.id }, data: { retiredAt: new Date() } });
  await guide({ by: pascal, state: "PUBLISHED", fields: { title: "Of the demo world" } });
  const folder = emptyFolder();

  expect(await exportContent(folder)).toMatchObject({ guides: 0, organizations: 0 });
  expect(existsSync(path.join(folder, "practices"))).toBe(false);
});
