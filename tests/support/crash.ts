import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { findEmbeddedDatabase } from "~/platform/embedded-database.server";

import { send } from "./http";
import { newFolder, type Portal, removeFolder, startPortal } from "./portal-process";

const EDITOR_DATA = "_data=en%2Fpractices%2Fedit";
const WRITERS = 3;
const CHANGES_A_ROUND = 12;

/** Someone who writes one guide without a pause. Numbers stand for texts: each change says which it is. */
type Writer = {
  slug: string;
  cookie: string;
  base: number;
  sequence: number;
  /** The last change that was sent, and the last one of which the portal said that it is saved. */
  sent: number;
  acknowledged: number;
  /** How many changes, and how many revisions, were acknowledged. */
  changes: number;
  revisions: number;
};

type Editor = { page: { fields: { summary: string }; base: number; sequence: number } };

/** What came of it: how much was said to be saved, and everything that did not hold. */
export type Outcome = { acknowledged: number; revisions: number; slowestReturnMs: number; faults: string[] };

/**
 * Lets people write (drafts, and every fourth time a revision), kills the portal and PostgreSQL with SIGKILL in the middle of it,
 * starts it again, and compares what is served with what was acknowledged. As often as `rounds` says.
 */
export async function crashWhileWriting(rounds: number): Promise<Outcome> {
  const data = newFolder();
  let portal = await startPortal({}, data);
  const outcome: Outcome = { acknowledged: 0, revisions: 0, slowestReturnMs: 0, faults: [] };
  const cookie = await signIn(portal);
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, (_, index) => begin(portal, cookie, `A guide that is written in storms, ${index}`)),
  );

  for (let round = 0; round < rounds; round++) {
    const stop = new AbortController();
    const writing = writers.map((writer, index) => write(portal, writer, stop.signal).catch((error) => fault(`writer ${index}: ${error}`)));
    const before = acknowledgedBy(writers);
    while (acknowledgedBy(writers) < before + CHANGES_A_ROUND && outcome.faults.length === 0) await sleep(10);
    await sleep((round * 37) % 150);
    await portal.killAll();
    stop.abort();
    await Promise.all(writing);

    const killed = Date.now();
    portal = await startPortal({}, data);
    outcome.slowestReturnMs = Math.max(outcome.slowestReturnMs, Date.now() - killed);
    for (const writer of writers) await compare(portal, writer, (what) => fault(`round ${round}, ${writer.slug}: ${what}`));
    for (const what of await brokenRules(data)) fault(`round ${round}: ${what}`);
  }
  outcome.acknowledged = acknowledgedBy(writers);
  outcome.revisions = writers.reduce((sum, writer) => sum + writer.revisions, 0);
  await portal.stop();
  removeFolder(data);
  return outcome;

  function fault(what: string) {
    outcome.faults.push(what);
  }
}

const acknowledgedBy = (writers: Writer[]) => writers.reduce((sum, { changes }) => sum + changes, 0);

/** Writes until the portal is gone. A change counts as acknowledged once its answer has come in whole. */
async function write(portal: Portal, writer: Writer, signal: AbortSignal) {
  while (!signal.aborted) {
    const asRevision = writer.changes % 4 === 3;
    const number = ++writer.sent;
    const fields = {
      title: "A guide that is written in storms",
      summary: `change ${number}`,
      body: `## Steps\n\nchange ${number}\n\n${"More text. ".repeat(200)}`,
      sources: "",
      base: String(writer.base),
      sequence: String(writer.sequence),
    };
    const path = `/en/practices/${writer.slug}/${asRevision ? "edit" : "draft"}`;
    const answer = await post(portal, path, fields, writer.cookie).catch(() => null);
    if (answer === null || answer.status === 503) return; // killed, or PostgreSQL was the first to go
    if (answer.status !== (asRevision ? 302 : 200))
      throw new Error(`change ${number} was answered ${answer.status}: ${answer.body.slice(0, 300)}`);

    writer.acknowledged = number;
    writer.changes += 1;
    if (asRevision) Object.assign(writer, { base: writer.base + 1, sequence: 0, revisions: writer.revisions + 1 });
    else writer.sequence = (JSON.parse(answer.body) as { sequence: number }).sequence;
  }
}

/** What is served must be the last acknowledged change, or the one after it whose answer was cut off. */
async function compare(portal: Portal, writer: Writer, fault: (what: string) => void) {
  const answer = await send(portal.url, `/en/practices/${writer.slug}/edit?${EDITOR_DATA}`, { headers: { Cookie: writer.cookie } });
  if (answer.status !== 200) return fault(`the session or the guide is gone (${answer.status})`);

  const { page } = JSON.parse(answer.body) as Editor;
  const served = Number(page.fields.summary.replace("change ", "") || 0);
  if (served < writer.acknowledged || served > writer.sent)
    fault(`serves change ${served}; acknowledged ${writer.acknowledged}, sent ${writer.sent}`);
  if (page.base < writer.base || page.base > writer.base + 1) fault(`serves revision ${page.base}; acknowledged ${writer.base}`);
  Object.assign(writer, { base: page.base, sequence: page.sequence, sent: Math.max(served, writer.sent) });
}

/** What must hold at any time: no half revision, none twice, each with its event, each event with its job done or waiting. */
async function brokenRules(data: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: findEmbeddedDatabase(data) ?? "" });
  await client.connect();
  const { rows } = await client.query<{ what: string }>(`
    SELECT format('face %s has %s revisions, and says %s', f.slug, count(r.id), f."latestNumber") AS what
      FROM "Face" f LEFT JOIN "Revision" r ON r."faceId" = f.id
      GROUP BY f.id HAVING count(r.id) <> f."latestNumber" OR coalesce(max(r.number), 0) <> f."latestNumber"
    UNION ALL
    SELECT format('guide %s has %s revisions, and %s events', min(f.slug), count(DISTINCT r.id), count(DISTINCT e.id))
      FROM "Face" f JOIN "Revision" r ON r."faceId" = f.id
      LEFT JOIN "Event" e ON e."subjectId" = f."contributionId" AND e.name IN ('practice.drafted', 'practice.revised')
      WHERE f.title LIKE 'A guide that is written in storms%'
      GROUP BY f."contributionId" HAVING count(DISTINCT r.id) <> count(DISTINCT e.id)
    UNION ALL
    SELECT format('draft %s stands on a revision that is gone', d.id) FROM "Draft" d WHERE d."baseRevisionId" IS NULL`);
  await client.end();
  return rows.map(({ what }) => what);
}

async function signIn(portal: Portal): Promise<string> {
  const answer = await post(portal, "/en/sign-in", { email: "practitioner@example.org", password: "portal-demo-2026" });
  const session = answer.headers["set-cookie"]?.find((cookie) => cookie.startsWith("__Host-session="));
  if (!session) throw new Error(`Nobody could sign in: ${answer.status}`);
  return session.split(";")[0] ?? "";
}

async function begin(portal: Portal, cookie: string, title: string): Promise<Writer> {
  const { body } = await send(portal.url, "/en/practices/new", { headers: { Cookie: cookie } });
  const organization = /<option value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? "";
  const { status, headers } = await post(portal, "/en/practices/new", { id: randomUUID(), title, organization }, cookie);
  const slug = /\/practices\/([^/]+)\/edit/.exec(headers.location ?? "")?.[1];
  if (!slug) throw new Error(`No guide was begun: ${status}`);
  return { slug, cookie, base: 1, sequence: 0, sent: 0, acknowledged: 0, changes: 0, revisions: 0 };
}

const post = (portal: Portal, path: string, fields: Record<string, string>, cookie = "") =>
  send(portal.url, path, {
    method: "POST",
    headers: { Origin: portal.url, Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
