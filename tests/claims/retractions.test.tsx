import { monitorEventLoopDelay } from "node:perf_hooks";

import { createRemixStub } from "@remix-run/testing";
import { describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { fileIn } from "~/features/claims/retraction-form";
import { readRetractions } from "~/features/claims/retraction-list";
import { takeRetractions } from "~/features/claims/retractions.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { loadOf } from "~/platform/picture-form.server";
import RetractionsRoute, { action, loader } from "~/routes/admin/retractions";
import { guideOn, publishedSummary } from "#tests/support/claims";
import { status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

const HEAD =
  "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes";

type Row = { title?: string; doi?: string; nature?: string; on?: string; notice?: string };

const line = (
  { title = "A trial, of walking", doi = "10.1000/walk", nature = "Retraction", on = "1/24/2024 0:00", notice = "10.1000/notice" }: Row,
  index = 1,
) =>
  `${index},"${title}","(HSC) Medicine;","A University, Somewhere",BMJ Open,BMJ,Canada,"Doe, J;Roe, R",,Research Article;,${on},${notice},0,3/1/2019 0:00,${doi},0,${nature},"+Concerns/Issues About Data;+Investigation by Journal/Publisher;",No,`;

const table = (...rows: Row[]) => `\ufeff${[HEAD, ...rows.map(line)].join("\r\n")}\r\n`;

const read = (text: string | Buffer) => {
  const answer = readRetractions("list.csv", Buffer.from(text));
  return "read" in answer ? { ...answer.read, rows: answer.read.parts.flatMap((part) => JSON.parse(part)) } : answer;
};

describe("a list of retractions", () => {
  test("is read as Retraction Watch writes it: what is retracted, by its DOI, with the notice, the day and the reason", () => {
    expect(read(table({ doi: "https://doi.org/10.1000/WALK" }))).toMatchObject({
      total: 1,
      faults: [],
      rows: [
        {
          doi: "10.1000/walk",
          noticeDoi: "10.1000/notice",
          title: "A trial, of walking",
          reason: "+Concerns/Issues About Data;+Investigation by Journal/Publisher;",
          on: "2024-01-24",
        },
      ],
    });
  });

  test("passes over corrections, concerns and reinstatements, and retractions without a DOI", () => {
    const found = read(
      table(
        { nature: "Correction" },
        { nature: "Expression of concern" },
        { nature: "Reinstatement" },
        { doi: "unavailable" },
        { doi: "", nature: "Retraction" },
        { doi: "10.1000/b", notice: "unavailable" },
      ),
    );
    expect(found).toMatchObject({ total: 1, other: 3, nameless: 2, faultCount: 0, rows: [{ doi: "10.1000/b", noticeDoi: null }] });
  });

  test("tells by its line what cannot be read, and reads the others", () => {
    const found = read(table({ doi: "10.1000/a" }, { doi: "not a DOI" }, { doi: "10.1000/c", on: "31/31/2024" }, { nature: "" }));
    expect(found).toMatchObject({
      total: 2,
      rows: [{ doi: "10.1000/a" }, { doi: "10.1000/c", on: null }],
      faults: [
        { line: 3, reason: "claims.retractions.fault.noDoi" },
        { line: 4, reason: "claims.retractions.fault.noDate" },
        { line: 5, reason: "claims.retractions.fault.noNature" },
      ],
    });
  });

  test("is read as Crossref gives it: works that retract, and works that were retracted", () => {
    const works = {
      status: "ok",
      message: {
        items: [
          {
            DOI: "10.1000/notice",
            title: ["Retraction: A trial"],
            "update-to": [{ DOI: "10.1000/Walk", type: "retraction", updated: { "date-parts": [[2024, 1, 24]] } }],
          },
          { DOI: "10.1000/correction", "update-to": [{ DOI: "10.1000/other", type: "correction" }] },
          { DOI: "10.1000/gone", title: ["A paper"], "updated-by": [{ DOI: "10.1000/n2", type: "retraction" }] },
          { DOI: 7 },
        ],
      },
    };
    expect(read(JSON.stringify(works))).toMatchObject({
      total: 2,
      other: 1,
      faults: [{ line: 4, reason: "claims.retractions.fault.unreadable" }],
      rows: [
        { doi: "10.1000/walk", noticeDoi: "10.1000/notice", on: "2024-01-24" },
        { doi: "10.1000/gone", noticeDoi: "10.1000/n2", on: null },
      ],
    });
    expect(read(JSON.stringify(works.message.items[0]))).toMatchObject({ refused: "claims.retractions.fault.noList" });
    expect(read(JSON.stringify({ message: works.message.items[0] }))).toMatchObject({ total: 1 });
  });

  test("is refused as a whole where it is no such list", () => {
    for (const text of ["a,b\n1,2\n", "{", "Hello", "[1", "<html></html>"])
      expect(read(text)).toEqual({ refused: "claims.retractions.fault.noList" });
    expect(read(Buffer.from([80, 75, 3, 4, 0, 0]))).toEqual({ refused: "claims.retractions.fault.binary" });
    expect(read(`${HEAD}\n${"x".repeat(300_000)}`)).not.toHaveProperty("rows.0");
  });
});

const formOf = (text: string | Uint8Array, { name = "file", file = "retraction_watch.csv", more = "" } = {}) => {
  const boundary = "----boundary7";
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: text/csv\r\n\r\n`),
    Buffer.from(text as string),
    Buffer.from(`\r\n${more}--${boundary}--\r\n`),
  ]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
};

const path = "/en/admin/retractions";

function sent(actor: Actor | null, text: string | Uint8Array, options?: Parameters<typeof formOf>[1]) {
  const { body, type } = formOf(text, options);
  const args = visit(actor, path);
  return {
    ...args,
    request: new Request(args.request.url, { method: "POST", body: new Uint8Array(body), headers: { "Content-Type": type } }),
  };
}

describe("the form of a list", () => {
  test("has one file and nothing else", () => {
    const taken = (options = {}) => {
      const { body, type } = formOf("a,b", options);
      return fileIn(body, type);
    };
    expect(taken({ file: "C:\\lists\\watch.csv" })).toEqual({ name: "watch.csv", bytes: Buffer.from("a,b") });
    expect(taken({ name: "other" })).toBeNull();
    expect(taken({ more: '------boundary7\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n' })).toBeNull();
    expect(fileIn(Buffer.from("a=b"), "application/x-www-form-urlencoded")).toBeNull();
    const empty = formOf("");
    expect(fileIn(empty.body, empty.type)?.bytes.length).toBe(0);
  });

  test("is read like the platform reads it, whatever is in the file", async () => {
    for (const text of ["\r\n\r\n--", "é\r\n----boundary\r\n", "a".repeat(10_000)]) {
      const { body, type } = formOf(text);
      const file = (await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData()).get("file") as File;
      expect(fileIn(body, type)?.bytes.toString()).toBe(await file.text());
    }
  });
});

describe("bringing a list", () => {
  const world = async () => ({
    administrator: await person("Ada", { roles: ["ADMINISTRATOR"] }),
    editor: await person("Eve", { roles: ["EDITOR"] }),
  });

  test("takes over what is new, on record, and leaves alone what is known", async () => {
    const { administrator } = await world();
    const list = table({ doi: "10.1000/a" }, { doi: "10.1000/b" }, { doi: "10.1000/a" });
    expect(await takeRetractions(administrator, sent(administrator, list).request)).toMatchObject({ total: 3, added: 2 });
    expect(
      await takeRetractions(administrator, sent(administrator, table({ doi: "10.1000/b" }, { doi: "10.1000/c" })).request),
    ).toMatchObject({ total: 2, added: 1 });

    expect(await db.retraction.count()).toBe(3);
    expect(await db.retractionList.findMany({ orderBy: { at: "asc" }, select: { name: true, total: true, added: true } })).toEqual([
      { name: "retraction_watch.csv", total: 3, added: 2 },
      { name: "retraction_watch.csv", total: 2, added: 1 },
    ]);
    expect(await db.event.findFirst({ where: { name: "retractions.imported" } })).toMatchObject({
      isAudited: true,
      actorId: administrator.id,
    });
  });

  test("is refused to all but administrators", async () => {
    const { editor } = await world();
    expect(await status(takeRetractions(editor, sent(editor, table({})).request))).toBe(403);
    expect(await status(loader(visit(editor, path)) as Promise<unknown>)).toBe(403);
    expect(await db.retractionList.count()).toBe(0);
  });

  test("keeps nothing of a file that is no list, or of an odd form", async () => {
    const { administrator } = await world();
    const answer = (await action(sent(administrator, "a,b\n1,2"))) as Response;
    expect([answer.status, ((await answer.json()) as { errors: unknown }).errors]).toEqual([
      422,
      { file: ["claims.retractions.fault.noList"] },
    ]);
    expect(await status(takeRetractions(administrator, sent(administrator, table({}), { name: "x" }).request))).toBe(400);
    expect(await db.retractionList.count()).toBe(0);
    expect(await db.event.count({ where: { name: "retractions.imported" } })).toBe(0);
  });

  test("flags the guides that rest on what was retracted", async () => {
    const { administrator } = await world();
    const riverside = await organization();
    const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
    const made = await publishedSummary(await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] }));
    const { id } = await guideOn(author, made.version);
    await db.reference.updateMany({ where: { contributionId: made.id }, data: { doi: "10.1000/walk" } });
    await takeRetractions(administrator, sent(administrator, table({})).request);
    const event = await db.event.findFirstOrThrow({ where: { name: "retractions.imported" } });
    await fanOutJob({ eventId: event.id });
    expect(await db.evidenceNotice.findMany()).toMatchObject([{ contributionId: id, cause: "RETRACTION" }]);
  });

  test("shows what came of it, with the faults by line, and the history", async () => {
    const { administrator } = await world();
    const answer = (await action(
      sent(administrator, table({ doi: "10.1000/a" }, { doi: "nothing" }, { nature: "Correction" })),
    )) as Response;
    const Route = createRemixStub([{ id: "page", path, Component: RetractionsRoute }]);
    const html = drawRoute(Route, path, {
      loaderData: { page: await (await loader(visit(administrator, path))).json() },
      actionData: { page: await answer.json() },
    });
    expect(html).toContain("1 new retraction was taken over.");
    expect(html).toContain("Line 3: Its DOI is none.");
    expect(html).toContain("1 entry is no retraction and was passed over.");
    expect(html).toContain("retraction_watch.csv");
    expect(loadOf(path)).toBe("list");
  });

  test("of 60,000 lines holds up nobody for longer than half a second", async () => {
    const { administrator } = await world();
    const long = "x".repeat(400);
    const list = table(...Array.from({ length: 60_000 }, (_, index) => ({ doi: `10.1000/paper.${index}`, title: `${long} ${index}` })));
    const { request } = sent(administrator, list);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const taken = await takeRetractions(administrator, request);
    delay.disable();
    expect(taken).toMatchObject({ total: 60_000, added: 60_000, faultCount: 0 });
    expect(delay.max / 1e6).toBeLessThan(500);
  }, 60_000);
});
