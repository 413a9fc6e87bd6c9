import { randomUUID } from "node:crypto";

import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { importGuide } from "~/features/exchange/import-guide.server";
import { kinds } from "~/features/library/kinds.server";
import { findFile } from "~/features/publishing/files.server";
import { db } from "~/platform/db.server";
import { refusal } from "#tests/support/refusals";
import { jpeg, wordFile } from "#tests/support/word-file";
import { organization, person } from "#tests/support/world";

const bring = (actor: Actor, bytes: Uint8Array, { title = "", id = randomUUID() as string } = {}) =>
  importGuide(actor, "en", { id, organization: actor.organizations[0]?.id ?? randomUUID(), title }, bytes);

const practitioner = async (name = "Priya Raman", organizationName = "Riverside Health Centre") =>
  person(name, { roles: ["PRACTITIONER"], organizations: [await organization(organizationName)] });

const latest = (slug: string) =>
  db.revision.findFirstOrThrow({ where: { face: { slug, language: "en" } }, orderBy: { number: "desc" }, include: { face: true } });

const everything = async () => [await db.contribution.count(), await db.attachment.count(), await db.revision.count()];

test("a Word document becomes a draft: its title, sections, lists, tables, notes and pictures", async () => {
  const slug = await bring(await practitioner(), await wordFile());

  const revision = await latest(slug);
  const [picture] = await db.attachment.findMany();
  expect(slug).toBe("walking-together-in-winter");
  expect(revision.title).toBe("Walking together in winter");
  expect(revision.face.state).toBe("DRAFT");
  expect(revision.body).toBe(
    `## Purpose {#purpose}

Walks that **everyone** can join[^1].

## Steps {#steps}

- Ask who comes
    - Their pace

### In detail

| Month | Where \\| when |
| --- | --- |
| January | Hall |

![A path in the snow](/files/${picture?.id})

[^1]: Told by the people who walk.`,
  );
  expect(revision.html).toContain('<th scope="col">Month</th>');
  expect(revision.html).toContain(
    `<img src="/files/${picture?.id}" width="320" height="200" loading="lazy" decoding="async" alt="A path in the snow" />`,
  );
  expect(picture).toMatchObject({ type: "image/webp", width: 320 });
});

test("a Markdown text with what stands before it, and a picture within it, becomes a draft", async () => {
  const picture = (await jpeg()).toString("base64");
  const text = `\uFEFF---\r\ntitle: Cooking for one\r\nsummary: A kitchen, and company.\r\nsources:\r\n  - The first source\r\n---\r\n# Why\r\n\r\nBecause.\r\n\r\n# How\r\n\r\n![The kitchen](data:image/jpeg;base64,${picture})\r\n`;
  const slug = await bring(await practitioner(), Buffer.from(text));

  const revision = await latest(slug);
  const [kept] = await db.attachment.findMany();
  expect(revision).toMatchObject({ title: "Cooking for one", summary: "A kitchen, and company.", sources: "The first source" });
  expect(revision.body).toBe(`## Why {#why}\n\nBecause.\n\n## How {#how}\n\n![The kitchen](/files/${kept?.id})`);
});

test("one heading above all others is the title; what is too long for its place is not lost", async () => {
  const title = `A title ${"that goes on ".repeat(20)}`.trim();
  const slug = await bring(await practitioner(), Buffer.from(`# ${title}\n\n## One\n\n\`\`\`\n# no heading\n\`\`\`\n`));

  const revision = await latest(slug);
  expect(title.startsWith(revision.title)).toBe(true);
  expect(revision.body).toBe(`${title}\n\n## One {#one}\n\n\`\`\`\n# no heading\n\`\`\``);
});

test("what no database can hold does not come along", async () => {
  const document = (text: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  const file = zipSync({ ...CONTENT_TYPES, ...part("word/document.xml", document("Be&#0;fore &#1;and e&#769;te")) });
  const slug = await bring(await practitioner(), file, { title: "A guide that was brought" });
  expect((await latest(slug)).body).toBe("Before and éte");
});

test("a picture is there for who brought it, for nobody else until it is published, then for everyone", async () => {
  const writer = await practitioner();
  const stranger = await person("Maya Osei");
  const slug = await bring(writer, await wordFile());
  const { id } = await db.attachment.findFirstOrThrow();
  const seen = async () =>
    Promise.all([writer, stranger, null].map(async (viewer) => (await findFile(kinds, viewer, id))?.isPublic ?? null));

  expect(await seen()).toEqual([false, null, null]);

  const revision = await latest(slug);
  await db.version.create({ data: { faceId: revision.faceId, number: 1, revisionId: revision.id } });
  await db.contribution.updateMany({ data: { publishedAt: new Date() } });
  expect(await seen()).toEqual([true, true, true]);

  await db.contribution.updateMany({ data: { visibility: "MEMBERS" } });
  expect(await seen()).toEqual([false, false, null]);

  await db.contribution.updateMany({ data: { visibility: "PUBLIC", hiddenAt: new Date() } });
  expect(await seen()).toEqual([false, null, null]);
});

test("a text shows no picture that does not belong to its guide", async () => {
  const writer = await practitioner();
  await bring(writer, await wordFile());
  const { id } = await db.attachment.findFirstOrThrow();
  const thief = await practitioner("Thea Thief", "Elsewhere");

  const slug = await bring(thief, Buffer.from(`# Another guide\n\n## One\n\n![mine](/files/${id})\n`));
  const revision = await latest(slug);
  expect(revision.html).not.toContain("<img");
  expect(await findFile(kinds, thief, id)).toBeNull();
});

test("the same form sent twice at once begins one guide", async () => {
  const writer = await practitioner();
  const id = randomUUID();
  const file = await wordFile();

  const slugs = await Promise.all([bring(writer, file, { id }), bring(writer, file, { id })]);
  expect(new Set(slugs).size).toBe(1);
  expect(await everything()).toEqual([1, 1, 1]);
});

test("who may not write guides, or not for this organization, brings none", async () => {
  const file = await wordFile();
  const elsewhere = await organization("Elsewhere");
  const actors = [
    await person("Maya Osei", { organizations: [elsewhere] }),
    await person("Sila Silent", { roles: ["PRACTITIONER"], organizations: [elsewhere], isSilenced: true }),
    await person("Otto Outside", { roles: ["PRACTITIONER"] }),
  ];
  for (const actor of actors) expect((await refusal(bring(actor, file)))[0]).toBe(403);
  expect(await everything()).toEqual([0, 0, 0]);
});

const part = (name: string, text: string) => ({ [name]: strToU8(text) });

const CONTENT_TYPES = part("[Content_Types].xml", "<Types/>");

/** An archive whose directory tells another size than there is. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000);

test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
  ["nothing", "none", () => new Uint8Array()],
  ["an empty text", "empty", () => Buffer.from("\n\n")],
  ["a picture", "notWord", () => jpeg()],
  ["an old Word file", "oldWord", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ["an archive of something else", "notWord", () => zipSync(part("a.txt", "a"))],
  ["half a Word file", "notWord", async () => (await wordFile()).slice(0, 3_000)],
  ["a spoiled Word file", "notWord", () => zipSync({ ...CONTENT_TYPES, ...part("word/document.xml", "<w:document><w:body>") })],
  [
    "a file that declares entities",
    "notWord",
    () =>
      zipSync({
        ...CONTENT_TYPES,
        ...part("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'),
      }),
  ],
  ["a bomb", "tooMuch", () => zipSync({ ...CONTENT_TYPES, "word/document.xml": zeros(70) })],
  [
    "many small bombs",
    "tooMuch",
    () => zipSync({ ...CONTENT_TYPES, ...Object.fromEntries([1, 2, 3, 4].map((n) => [`word/media/${n}.png`, zeros(18)])) }),
  ],
  ["a bomb that lies about its size", "notWord", () => lying(zipSync({ ...CONTENT_TYPES, "word/document.xml": zeros(70) }), 1_000)],
  [
    "too many parts",
    "tooMuch",
    () => zipSync(Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [`${n}.txt`, new Uint8Array(1)]))),
  ],
  ["too many pictures", "tooManyPictures", () => wordFile({ pictures: 31 })],
  ["too large a file", "tooLarge", () => zeros(11)],
  ["a document without a title", "noTitle", () => wordFile({ title: "" })],
])("%s is refused with a reason, and nothing is kept", async (_, fault, file) => {
  const writer = await practitioner();
  expect(await refusal(bring(writer, await file()))).toEqual([422, `importing.fault.${fault}`]);
  expect(await everything()).toEqual([0, 0, 0]);
});

test("a bomb holds up nobody else", async () => {
  const writer = await practitioner();
  const deep = `${"<w:p>".repeat(200_000)}${"</w:p>".repeat(200_000)}`;
  const bomb = zipSync({
    ...CONTENT_TYPES,
    ...part(
      "word/document.xml",
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${deep}</w:body></w:document>`,
    ),
  });
  let longest = 0;
  let before = performance.now();
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 10);
  expect((await refusal(bring(writer, bomb)))[0]).toBe(422);
  clearInterval(clock);
  expect(longest).toBeLessThan(500);
}, 40_000);
