import type { Harvested } from "oai-pmh";
import { afterEach, beforeEach, expect, test } from "vitest";

import { answerHarvester } from "~/features/library/oai.server";
import { hideContribution, showContribution } from "~/features/publishing/hiding.server";
import { db } from "~/platform/db.server";
import { asked, harvester, published } from "#tests/support/harvest";
import { statementsOf } from "#tests/support/statements";
import { summary, summaryTranslation } from "#tests/support/summaries";
import { publishAgain } from "#tests/support/versions";
import { guide, organization, person } from "#tests/support/world";

let riverside: Awaited<ReturnType<typeof organization>>;
let writer: Awaited<ReturnType<typeof person>>;
let close: (() => void)[] = [];

beforeEach(async () => {
  riverside = await organization();
  writer = await person("Zoé O’Neill", { roles: ["RESEARCHER", "PRACTITIONER"], organizations: [riverside] });
});

afterEach(() => {
  for (const end of close) end();
  close = [];
});

async function client(onRequest?: Parameters<typeof harvester>[0]) {
  const opened = await harvester(onRequest);
  close.push(opened.close);
  return opened.client;
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

const errorOf = (xml: string) => /<error code="(\w+)">/.exec(xml)?.[1] ?? null;

const count = (xml: string, text: string) => xml.split(text).length - 1;

test("a public client harvests all records, none twice and none missing, while some are revised", async () => {
  const ids = await published(riverside.id, 140);
  let pages = 0;
  const oai = await client(async () => {
    pages += 1;
    if (pages === 1) return;
    // One that was told already, and one that was not.
    const faces = await db.face.findMany({ orderBy: { id: "asc" }, select: { id: true } });
    const touched = [faces[5], faces[275]].flatMap((face) => (face ? [face.id] : []));
    await db.face.updateMany({ where: { id: { in: touched } }, data: { title: `Revised ${pages}` } });
  });
  const records = await all(oai.listRecords({ metadataPrefix: "oai_dc" }));
  const told = records.map(({ header }) => header.identifier);

  expect(pages).toBe(3);
  expect(told.length).toBe(280);
  expect(new Set(told)).toEqual(
    new Set(
      ids.flatMap((id, n) => ["en", "fr"].map((language) => `oai:127.0.0.1:${n % 2 === 0 ? "summary" : "practice"}/${id}/${language}`)),
    ),
  );
  expect(records.every(({ header, metadata }) => !header.$ && metadata?.["oai_dc:dc"]?.["dc:title"])).toBe(true);
});

test("the same client lists identifiers by set and in the other format", async () => {
  await published(riverside.id, 120);
  const oai = await client();

  const french = await all(oai.listIdentifiers({ metadataPrefix: "oai_dc", set: "language:fr" }));
  expect(french.length).toBe(120);
  expect(french.every(({ setSpec }) => setSpec.includes("language:fr"))).toBe(true);

  const summaries = await all(oai.listRecords({ metadataPrefix: "oai_datacite", set: "kind:summary" }));
  expect(summaries.length).toBe(120);
  expect(summaries.every(({ header }) => header.identifier.includes(":summary/"))).toBe(true);
  expect((await all(oai.listSets())).map(({ setSpec }) => setSpec)).toEqual([
    "kind:practice",
    "kind:summary",
    "language:en",
    "language:fr",
  ]);
  expect((await oai.listMetadataFormats()).map(({ metadataPrefix }) => metadataPrefix)).toEqual(["oai_dc", "oai_datacite"]);
});

test("who harvests from a time on gets what changed since, and what is gone as deleted without a title", async () => {
  const ids = await published(riverside.id, 10);
  await db.$executeRaw`UPDATE "Face" SET "stampedAt" = '2026-01-01T12:00:00Z'`;
  const oai = await client();
  const since = async (from: string) =>
    (await all(oai.listRecords({ metadataPrefix: "oai_dc", from })).catch((error: { code: string }) => [error.code])) as (
      | Harvested
      | string
    )[];

  expect(await since("2026-01-01T12:00:01Z")).toEqual(["noRecordsMatch"]);
  expect((await since("2026-01-01T12:00:00Z")).length).toBe(20);

  await db.contribution.update({ where: { id: ids[0] as string }, data: { visibility: "MEMBERS" } });
  await db.contribution.update({ where: { id: ids[1] as string }, data: { retiredAt: new Date(), retirementReason: "Old" } });
  await db.$transaction((tx) => hideContribution(tx, ids[2] as string, null));
  await db.face.updateMany({ where: { contributionId: ids[3] as string, language: "fr" }, data: { title: "Revised" } });

  const changed = (await since("2026-01-01T12:00:01Z")) as Harvested[];
  const states = Object.fromEntries(
    changed.map(({ header, metadata }) => [header.identifier.replace("oai:127.0.0.1:", ""), header.$?.status ?? Boolean(metadata)]),
  );
  expect(states).toEqual({
    [`summary/${ids[0]}/en`]: "deleted",
    [`summary/${ids[0]}/fr`]: "deleted",
    [`practice/${ids[1]}/en`]: true,
    [`practice/${ids[1]}/fr`]: true,
    [`summary/${ids[2]}/en`]: "deleted",
    [`summary/${ids[2]}/fr`]: "deleted",
    [`practice/${ids[3]}/fr`]: true,
  });

  const { xml } = await asked({ verb: "GetRecord", metadataPrefix: "oai_dc", identifier: `oai:127.0.0.1:summary/${ids[0]}/en` });
  expect(xml).toContain('<header status="deleted">');
  expect(xml).not.toContain("Work 0");
  expect(xml).not.toContain("<metadata>");

  // What comes back is told again.
  await db.$transaction((tx) => showContribution(tx, ids[2] as string, null));
  await db.version.updateMany({ data: { hiddenAt: null } });
  expect((await asked({ verb: "GetRecord", metadataPrefix: "oai_dc", identifier: `oai:127.0.0.1:summary/${ids[2]}/en` })).xml).toContain(
    "Work 2",
  );

  await db.organization.update({ where: { id: riverside.id }, data: { hiddenAt: new Date() } });
  expect(((await since("2026-01-01")) as Harvested[]).every(({ header }) => header.$?.status === "deleted")).toBe(true);
});

test("nothing that visitors may not read is told", async () => {
  const secret = (what: string) => ({
    title: `Canary ${what}`,
    summary: `The canary of ${what} must never be heard by anyone who harvests this portal.`,
  });
  await guide({ by: writer, state: "PUBLISHED", fields: { ...secret("members"), visibility: "MEMBERS" } });
  await guide({ by: writer, state: "PUBLISHED", fields: { ...secret("organization"), visibility: "ORGANIZATION" } });
  await guide({ by: writer, state: "DRAFT", fields: secret("draft") });
  await guide({ by: writer, state: "IN_REVIEW", fields: secret("review") });
  const hidden = await guide({ by: writer, state: "PUBLISHED", fields: secret("hidden") });
  await db.$transaction((tx) => hideContribution(tx, hidden.id, null));
  const open = await summary({ by: writer, state: "PUBLISHED", fields: { title: "Open for all" } });
  await db.face.updateMany({ where: { contributionId: open.id }, data: { text: "Canary text" } });

  for (const prefix of ["oai_dc", "oai_datacite"]) {
    const { xml } = await asked({ verb: "ListRecords", metadataPrefix: prefix });
    expect(xml).toContain("Open for all");
    expect(xml).not.toMatch(/canary/i);
    expect(count(xml, 'status="deleted"')).toBe(3);
  }
});

test("a record tells what the schemas ask for, in the language of its text", async () => {
  const { id, slug } = await summary({ by: writer, state: "PUBLISHED", fields: { title: 'Link <workers> & "care"\u0007' } });
  await db.reference.updateMany({ where: { contributionId: id }, data: { doi: "10.1136/bmj<1>" } });
  const french = await summaryTranslation({ by: writer, slug, fields: { title: "Ce que changent les agents de liaison" } });
  await publishAgain("summary", writer, "en", slug, { title: "Link <workers> & more" });

  const dc = (await asked({ verb: "GetRecord", metadataPrefix: "oai_dc", identifier: `oai:127.0.0.1:summary/${id}/en` })).xml;
  const own = "http://127.0.0.1:3000";
  expect(dc).toContain('<dc:title xml:lang="en">Link &lt;workers&gt; &amp; more</dc:title><dc:creator>Zoé O’Neill</dc:creator>');
  expect(dc).toContain('<dc:subject xml:lang="en">Food prescribing</dc:subject>');
  expect(dc).toContain("<dc:publisher>Riverside Health Centre</dc:publisher>");
  expect(dc).toMatch(
    /<dc:date>\d{4}-\d\d-\d\d<\/dc:date><dc:type>Text<\/dc:type><dc:type>Evidence summary<\/dc:type><dc:format>text\/html<\/dc:format>/,
  );
  expect(dc).toContain(`<dc:identifier>${own}/en/evidence/${slug}/versions/2</dc:identifier><dc:language>en</dc:language>`);
  expect(dc).toContain(`<dc:relation>${own}/en/evidence/${slug}</dc:relation>`);
  expect(dc).toContain("<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>");

  const dataCite = (await asked({ verb: "GetRecord", metadataPrefix: "oai_datacite", identifier: `oai:127.0.0.1:summary/${id}/en` })).xml;
  expect(dataCite).toContain(`<identifier identifierType="URL">${own}/en/evidence/${slug}/versions/2</identifier>`);
  expect(dataCite).toContain('<creatorName nameType="Personal">Zoé O’Neill</creatorName>');
  expect(dataCite).toContain(
    `<relatedIdentifier relatedIdentifierType="URL" relationType="IsVersionOf">${own}/en/evidence/${slug}</relatedIdentifier>`,
  );
  expect(dataCite).toContain(`relationType="IsNewVersionOf">${own}/en/evidence/${slug}/versions/1<`);
  expect(dataCite).toContain(`relationType="HasTranslation">${own}/fr/`);
  expect(dataCite).toContain('relatedIdentifierType="DOI" relationType="References">10.1136/bmj&lt;1&gt;<');
  expect(dataCite).toContain('rightsIdentifier="CC-BY-4.0" rightsIdentifierScheme="SPDX"');
  expect(dataCite).toContain(`<alternateIdentifier alternateIdentifierType="oai">oai:127.0.0.1:summary/${id}/en</alternateIdentifier>`);

  const inFrench = (await asked({ verb: "GetRecord", metadataPrefix: "oai_datacite", identifier: `oai:127.0.0.1:summary/${id}/fr` })).xml;
  expect(inFrench).toContain('<title xml:lang="fr">Ce que changent les agents de liaison</title>');
  expect(inFrench).toContain('relationType="IsTranslationOf"');
  expect(inFrench).toContain('<subject xml:lang="fr">Prescription alimentaire</subject>');
  expect(inFrench).toContain(encodeURI(french));
});

test.each<[string, string]>([
  ["", "badVerb"],
  ["verb=Nonsense", "badVerb"],
  ["verb=toString", "badVerb"],
  ["verb=Identify&verb=Identify", "badVerb"],
  ["verb=Identify&from=2026-01-01", "badArgument"],
  ["verb=ListRecords", "badArgument"],
  ["verb=ListRecords&metadataPrefix=", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&colour=red", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&set=%3Cx%3E", "badArgument"],
  ["verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument"],
  ["verb=GetRecord&metadataPrefix=oai_dc", "badArgument"],
  ["verb=GetRecord&metadataPrefix=marc21&identifier=x", "cannotDisseminateFormat"],
  ["verb=ListIdentifiers&metadataPrefix=marc21", "cannotDisseminateFormat"],
  ["verb=GetRecord&metadataPrefix=oai_dc&identifier=x", "idDoesNotExist"],
  ["verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:summary/00000000-0000-7000-8000-000000000000/en", "idDoesNotExist"],
  ["verb=ListMetadataFormats&identifier=x", "idDoesNotExist"],
  ["verb=ListRecords&metadataPrefix=oai_dc", "noRecordsMatch"],
  ["verb=ListRecords&metadataPrefix=oai_dc&set=kind:webinar", "noRecordsMatch"],
  ["verb=ListRecords&metadataPrefix=oai_dc&until=1999-12-31", "noRecordsMatch"],
  ["verb=ListRecords&resumptionToken=x", "badResumptionToken"],
  ["verb=ListRecords&resumptionToken=a.b.c", "badResumptionToken"],
  ["verb=ListSets&resumptionToken=x", "badResumptionToken"],
])("answers %j with %s, by GET and by POST", async (query, code) => {
  const answer = await asked(query);
  expect([answer.status, errorOf(answer.xml)]).toEqual([200, code]);
  // What was wrong is not repeated.
  if (code === "badVerb" || code === "badArgument") expect(answer.xml).toContain("<request>http://127.0.0.1:3000/oai</request>");
  const repeated = new Set(new URLSearchParams(query).keys()).size < [...new URLSearchParams(query)].length;
  if (!repeated) expect(errorOf((await asked(query, "POST")).xml)).toBe(code);
});

test("a resumption token is good for its own list, untouched, for a day", async () => {
  const [id = ""] = await published(riverside.id, 60);
  const { xml } = await asked({ verb: "ListIdentifiers", metadataPrefix: "oai_dc" });
  const [, expires = "", size, cursor, token = ""] =
    /<resumptionToken expirationDate="([^"]+)" completeListSize="(\d+)" cursor="(\d+)">([^<]+)</.exec(xml) ?? [];
  const next = (verb: string, resumptionToken: string) => asked({ verb, resumptionToken }).then((answer) => answer.xml);

  expect([size, cursor, count(xml, "<header>")]).toEqual(["120", "0", 100]);
  expect(new Date(expires).getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);

  const last = await next("ListIdentifiers", token);
  expect(count(last, "<header>")).toBe(20);
  expect(last).toContain('<resumptionToken completeListSize="120" cursor="100"/>');
  expect(await next("ListIdentifiers", token)).toContain("<ListIdentifiers>");
  expect(errorOf(await next("ListRecords", token))).toBe("badResumptionToken");
  expect(errorOf(await next("ListIdentifiers", `A${token.slice(1)}`))).toBe("badResumptionToken");

  const { tokenOf } = await import("~/features/library/oai-token.server");
  const selection = { prefix: "oai_dc", from: null, until: null, kind: null, language: null } as const;
  const old = tokenOf("ListIdentifiers", { selection, after: id, cursor: 1 }, Date.now() - 25 * 3_600_000);
  expect(errorOf(await next("ListIdentifiers", old.token))).toBe("badResumptionToken");
});

test("says what it is, as sound XML that may be kept a moment", async () => {
  await published(riverside.id, 1);
  await db.$executeRaw`UPDATE "Face" SET "stampedAt" = '2026-01-01T12:00:00.900Z'`;
  const { xml, headers } = await asked({ verb: "Identify" });

  expect(headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
  expect(headers.get("Cache-Control")).toBe("public, max-age=30");
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<OAI-PMH xmlns="http:\/\/www.openarchives.org\/OAI\/2.0\/"/);
  expect(xml).toContain('<request verb="Identify">http://127.0.0.1:3000/oai</request>');
  expect(xml).toContain("<protocolVersion>2.0</protocolVersion><adminEmail>portal@localhost.localdomain</adminEmail>");
  expect(xml).toContain(
    "<earliestDatestamp>2026-01-01T12:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>",
  );
  expect((await (await client()).identify()).baseURL).toBe("http://127.0.0.1:3000/oai");
});

test("of a deleted record there is no format", async () => {
  const [id = ""] = await published(riverside.id, 1);
  const identifier = `oai:127.0.0.1:summary/${id}/fr`;
  expect(count((await asked({ verb: "ListMetadataFormats", identifier })).xml, "<metadataFormat>")).toBe(2);

  await db.contribution.update({ where: { id }, data: { discardedAt: new Date() } });
  expect(errorOf((await asked({ verb: "ListMetadataFormats", identifier })).xml)).toBe("noMetadataFormats");
});

test("a page of a hundred records takes one round trip", async () => {
  await published(riverside.id, 120);
  const statements = await statementsOf(() =>
    answerHarvester(new URLSearchParams({ verb: "ListRecords", metadataPrefix: "oai_datacite" })),
  );

  expect(statements.length).toBe(1);
});
