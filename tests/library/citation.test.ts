import { beforeEach, expect, test, vi } from "vitest";

import { readBibliography } from "~/features/evidence/bibliography.server";
import { citationOfWork, findCitation, getCitation } from "~/features/library/citation.server";
import { getSummary } from "~/features/evidence/queries.server";
import { formsOf } from "~/features/library/cited-forms.server";
import { getVersion } from "~/features/library/version.server";
import { discardPractice, restorePractice, retirePractice, translatePractice } from "#tests/support/practices";
import { getPractice } from "~/features/practices/queries.server";
import { hideContribution, showContribution } from "~/features/publishing/hiding.server";
import { db } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { status } from "#tests/support/refusals";
import { statementsOf } from "#tests/support/statements";
import { summary } from "#tests/support/summaries";
import { cited, publishAgain, publishLatest } from "#tests/support/versions";
import { faceAt, guide, guideFields, organization, person } from "#tests/support/world";

beforeEach(() => void vi.useRealTimers());

test("a version is cited with who wrote it, when it was published, by whom, and where it stands for ever", async () => {
  const { walk } = await world();
  const { publishedAt } = await db.version.findFirstOrThrow();
  const day = publishedAt.toISOString().slice(0, 10);

  const citation = await cited(null, "practice", "en", walk.slug);

  expect(citation.item).toMatchObject({
    type: "report",
    genre: "Practice guide",
    title: "Start a walking group",
    author: [{ literal: "Amira Haddad" }],
    issued: { "date-parts": [day.split("-").map(Number)] },
    version: "1",
    publisher: "Riverside Health Centre",
    source: "Practice Commons",
    URL: `${origin}/en/practices/${walk.slug}/versions/1`,
    language: "en",
  });
  expect(citation).toMatchObject({ isOpen: true, licence: "CC-BY-4.0", retiredOn: null, may: { seeHistory: false } });
  expect(citation.versions).toMatchObject([{ number: 1, language: "en", isCurrent: true, publishedOn: day }]);
});

test("the page of a work cites it without a further question, a version is found with its text in two", async () => {
  const { amira, zoe, walk } = await world();
  const french = await translatePractice(amira, "en", walk.slug);
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });

  for (const viewer of [null, amira]) {
    const practice = await getPractice(viewer, "en", walk.slug);
    if (practice.outcome !== "page") throw new Error("there is no page");
    const { versions: _, ...said } = await cited(viewer, "practice", "en", walk.slug);
    expect(citationOfWork("practice", practice, practice.guide)).toMatchObject(said);
  }
  const evidence = await getSummary(null, "en", slug);
  if (evidence.outcome !== "page") throw new Error("there is no page");
  expect(citationOfWork("summary", evidence, evidence.text, evidence.cites)).toEqual(await cited(null, "summary", "en", slug));

  // Who works on the French reads the English until it is published, and cites that.
  const missing = await getPractice(amira, "fr", french);
  expect(missing.outcome === "page" && citationOfWork("practice", missing, missing.guide)?.version.language).toBe("en");

  expect(await statementsOf(() => findCitation(null, "practice", "en", walk.slug))).toHaveLength(1);
  expect(await statementsOf(() => getVersion(null, "practice", "en", walk.slug, 1))).toHaveLength(2);
});

test("after a revision is published the old version says what it said, and names the one that stands", async () => {
  const { amira, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, {
    title: "Start a walking club",
    body: guideFields().body.replace("path", "trail"),
  });

  const [old, now] = [await version("en", walk.slug, 1), await version("en", walk.slug, 2)];

  expect(old.citation).toMatchObject({ title: "Start a walking group", version: { number: 1, isCurrent: false } });
  expect(old.guide.html).toContain("Find a path.");
  expect(now.citation).toMatchObject({ title: "Start a walking club", version: { number: 2, isCurrent: true } });
  expect(now.guide.html).toContain("Find a trail.");
  expect(old.citation.versions.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect((await cited(null, "practice", "en", walk.slug)).version.number).toBe(2);
  expect(old.citation.item.id).not.toBe(now.citation.item.id);
});

test("a revision that waits for a review is no version, and what was restored is one more", async () => {
  const { amira, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking club" });
  await restorePractice(amira, "en", walk.slug, 2);
  expect((await cited(null, "practice", "en", walk.slug)).versions).toHaveLength(2);
  expect(await status(getVersion(null, "practice", "en", walk.slug, 3))).toBe(404);

  await publishLatest("practice", amira, "en", walk.slug);

  expect(await version("en", walk.slug, 3)).toMatchObject({ citation: { title: "Start a walking group", version: { isCurrent: true } } });
  expect(await version("en", walk.slug, 2)).toMatchObject({ citation: { title: "Start a walking club", version: { isCurrent: false } } });
});

test("who works on it may look at what a version changed", async () => {
  const { amira, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking club" });

  expect((await cited(amira, "practice", "en", walk.slug, 2)).may.seeHistory).toBe(true);
  expect((await cited(await person("Someone"), "practice", "en", walk.slug, 2)).may.seeHistory).toBe(false);
});

test("what is retired stands in all its versions, with the day on which it was retired", async () => {
  const { amira, eloise, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking club" });
  await retirePractice(eloise, "en", walk.slug, { reason: "Its law has changed.", successor: "" });

  const { citation } = await version("en", walk.slug, 1);

  expect(citation.retiredOn).toBe(new Date().toISOString().slice(0, 10));
  expect(citation.isOpen).toBe(false);
  expect((await cited(null, "practice", "en", walk.slug)).version.number).toBe(2);
});

test("what moderation hides is not cited by anyone, and stands again when it is shown", async () => {
  const { amira, eloise, walk } = await world();
  await db.$transaction((tx) => hideContribution(tx, walk.id, null));

  for (const viewer of [null, amira, eloise]) {
    expect(await status(getCitation(viewer, "practice", "en", walk.slug))).toBe(404);
    expect(await status(getVersion(viewer, "practice", "en", walk.slug, 1))).toBe(404);
    expect(await findCitation(viewer, "practice", "en", walk.slug)).toBeNull();
  }
  await db.$transaction((tx) => showContribution(tx, walk.id, null));
  expect((await version("en", walk.slug, 1)).guide.html).toContain("Find a path.");
});

test("what was mended while it was hidden shows its new version alone: the old one is gone", async () => {
  const { amira, walk } = await world();
  await db.$transaction((tx) => hideContribution(tx, walk.id, null));
  await publishAgain("practice", amira, "en", walk.slug, { body: guideFields().body.replace("path", "trail") });
  await db.$transaction((tx) => showContribution(tx, walk.id, null));

  const refusal: Response = await getVersion(null, "practice", "en", walk.slug, 1).then(
    () => new Response(),
    (thrown) => thrown,
  );
  expect(refusal.status).toBe(410);
  expect(await refusal.text()).toBe("citing.gone");
  expect((await version("en", walk.slug, 2)).guide.html).toContain("Find a trail.");
  expect((await cited(null, "practice", "en", walk.slug)).versions.map(({ number, isHidden }) => [number, isHidden])).toEqual([
    [2, false],
    [1, true],
  ]);
});

test("what was put away, and what nobody has published yet, is not cited", async () => {
  const { amira, walk } = await world();
  const draft = await guide({ by: amira, fields: { title: "Not yet finished" } });
  await db.contribution.update({ where: { id: walk.id }, data: { discardedAt: new Date() } });

  expect(await status(getCitation(amira, "practice", "en", draft.slug))).toBe(404);
  expect(await status(getCitation(amira, "practice", "en", walk.slug))).toBe(404);
  await discardPractice(amira, "en", draft.slug).catch(() => null);
  expect(await status(getCitation(null, "practice", "en", "no-such-guide"))).toBe(404);
});

test("what is for members is cited by members alone, and told to no machine", async () => {
  const { amira } = await world();
  const { slug } = await guide({ by: amira, state: "PUBLISHED", fields: { title: "For members", visibility: "MEMBERS" } });
  const member = await person("Someone");

  expect(await status(getCitation(null, "practice", "en", slug))).toBe(404);
  expect(await status(getVersion(null, "practice", "en", slug, 1))).toBe(404);
  expect(await cited(member, "practice", "en", slug)).toMatchObject({ isOpen: false });
  expect((await getVersion(member, "practice", "en", slug, 1)).outcome).toBe("page");
});

test("a number that no version has, and a kind that it is not, name nothing", async () => {
  const { walk } = await world();

  expect(await status(getVersion(null, "practice", "en", walk.slug, 2))).toBe(404);
  expect(await status(getCitation(null, "practice", "en", walk.slug, 2))).toBe(404);
  expect(await status(getCitation(null, "summary", "en", walk.slug))).toBe(404);
});

test("old slugs lead on, and versions lead to the address in the language of their text", async () => {
  const { amira, walk } = await world();
  const face = await faceAt(walk.slug);
  await db.faceSlug.create({ data: { kind: "PRACTICE", language: "en", slug: "its-old-name", faceId: face.id } });

  expect(await getVersion(null, "practice", "en", "its-old-name", 1)).toEqual({ outcome: "moved", language: "en", slug: walk.slug });
  expect(await getCitation(null, "practice", "en", "its-old-name")).toEqual({ outcome: "moved", language: "en", slug: walk.slug });
  // There is no French yet: the English is cited, in a page of French words.
  expect(await getVersion(null, "practice", "fr", walk.slug, 1)).toEqual({ outcome: "moved", language: "en", slug: walk.slug });
  expect((await cited(null, "practice", "fr", walk.slug)).version.language).toBe("en");

  const french = await translatePractice(amira, "en", walk.slug);
  expect(await status(getCitation(null, "practice", "fr", french === walk.slug ? "none" : french))).toBe(404);
  await publishAgain("practice", amira, "fr", french, guideFields({ title: "Lancer un groupe de marche" }));
  const own = await faceAt(french, "fr");

  expect(await getCitation(null, "practice", "fr", walk.slug)).toEqual({ outcome: "moved", language: "fr", slug: own.slug });
  const citation = await cited(null, "practice", "fr", own.slug);
  expect(citation.item).toMatchObject({
    genre: "Guide de pratique",
    publisher: "Riverside Health Centre (fr)",
    source: "Le Carrefour des pratiques",
    language: "fr",
  });
  expect(citation).toMatchObject({ isTranslation: true, otherWork: `${origin}/en/practices/${walk.slug}` });
  expect(citation.versions.map(({ language, number }) => `${language} ${number}`)).toEqual(["en 1", "fr 1"]);
});

test("an organization that is hidden is not named, and a profile only where everyone may see it", async () => {
  const { amira, riverside, walk } = await world();
  await db.profile.upsert({
    where: { accountId: amira.id },
    create: { accountId: amira.id, slug: "amira-haddad", sortName: "amira haddad", listing: "EVERYONE" },
    update: { slug: "amira-haddad", listing: "EVERYONE" },
  });
  expect((await cited(null, "practice", "en", walk.slug)).authors).toEqual([
    { name: "Amira Haddad", isPerson: true, profile: `${origin}/en/people/amira-haddad` },
  ]);

  await db.profile.update({ where: { accountId: amira.id }, data: { listing: "MEMBERS" } });
  await db.organization.update({ where: { id: riverside.id }, data: { hiddenAt: new Date() } });
  const citation = await cited(null, "practice", "en", walk.slug);

  expect(citation.authors[0]?.profile).toBeNull();
  expect(citation.organization).toBeNull();
  expect(citation.item.publisher).toBe("Practice Commons");
});

test("a summary is cited with what it draws upon", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });

  expect(await cited(null, "summary", "en", slug)).toMatchObject({
    kind: "summary",
    references: [{ title: "Effect of link workers", doi: null, url: null }],
    item: { type: "report", genre: "Evidence summary", URL: `${origin}/en/evidence/${slug}/versions/1` },
  });
  const read = await getVersion(null, "summary", "en", slug, 1);
  expect(read).toMatchObject({
    outcome: "page",
    summary: { evidence: { evidenceUpTo: "2024-05", findings: [{ key: "f1" }, { key: "f2" }] } },
  });
});

test.each(["bibtex", "ris", "csl"] as const)("a citation is read back out of its %s file as it was written", async (format) => {
  const { item } = await difficult();
  const { files } = await formsOf(item);

  const { entries, fault } = await readBibliography(files[format], format);

  expect(fault).toBeNull();
  expect(entries.map(({ faults }) => faults)).toEqual([[]]);
  const expected = Object.entries(item).filter(([field]) => field !== unknownTo[format]);
  expect({ ...entries[0]?.item, id: item.id }).toEqual(Object.fromEntries(expected));
});

/** BibTeX has no word for where something was found, RIS none for the version of a report. */
const unknownTo = { bibtex: "source", ris: "version", csl: "" };

/** Names with particles and accents, and a French title with guillemets and a colon. */
async function difficult() {
  const riverside = await organization("Centre de santé de l’Île-aux-Coudres");
  const author = await person("Éloïse van der Meer-D’Amours", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const title = "Prescrire « la nature » : l’été, l’œuvre & 100 % {du} cœur";
  const { slug } = await guide({ by: author, state: "PUBLISHED", language: "fr", fields: { title } });
  return cited(null, "practice", "fr", slug);
}

async function version(language: "en" | "fr", slug: string, number: number) {
  const found = await getVersion(null, "practice", language, slug, number);
  if (found.outcome !== "page") throw new Error("it leads on");
  return found;
}

async function world() {
  const riverside = await organization();
  const amira = await person("Amira Haddad", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const zoe = await person("Zoé Researcher", { roles: ["RESEARCHER"], organizations: [riverside] });
  const eloise = await person("Éloïse Editor", { roles: ["EDITOR"] });
  return { riverside, amira, zoe, eloise, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
