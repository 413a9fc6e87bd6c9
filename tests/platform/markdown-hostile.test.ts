import { once } from "node:events";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

import { expect, test } from "vitest";

import { renderMarkdown, renderPostMarkdown, renderSources } from "~/platform/markdown.server";
import type { PostParts } from "~/platform/markdown-post";
import { referencesIn } from "~/platform/markdown-references";
import { allowedClasses, allowedTags, sanitize } from "~/platform/markdown-sanitize.server";

import { corpus, postCorpus } from "./hostile-markdown";

// The parser of sanitize-html, since it is here anyway; the browser tests ask a real browser too.
const { Parser } = createRequire(createRequire(import.meta.url).resolve("sanitize-html"))("htmlparser2") as {
  Parser: new (on: { onopentag: (name: string, attributes: Record<string, string>) => void }) => { end: (html: string) => void };
};

/** The renderer gives up after 500 ms; the rest is for a machine that is busy with other tests. */
const MOST_MS = 3_000;
const MOST_STALL_MS = 50;

const OWN_FILE = /^\/files\/[0-9a-f-]{36}$/;

test("a picture that is no file of ours does not leave the renderer", () => {
  const own = "/files/0190a0b0-0000-7000-8000-000000000001";
  const hostile = ["x", "https://evil.example/x.png", "//evil.example", `${own}x`, `${own}?a`, "/files/../en", "data:image/png,x", " "];

  for (const src of hostile) expect(sanitize(`a<img src="${src}" alt="x" />b`)).toBe("ab");
  expect(sanitize(`<img src="${own}" onload="x" srcset="y" style="z" />`)).toBe(`<img src="${own}" />`);
  expect(sanitize('<img alt="x" /><details open ontoggle="x" class="mine"><summary id="x">a</summary></details>')).toBe(
    "<details><summary>a</summary></details>",
  );
});

test("the corpus holds some hundred texts, none twice", () => {
  expect(corpus.length).toBeGreaterThan(1_000);
  expect(new Set(corpus.map(({ source }) => source)).size).toBeGreaterThan(1_000);
});

test("each hostile text becomes HTML of the positive list, or is refused, in time and without holding up anyone", {
  timeout: 400_000,
}, async () => {
  await renderMarkdown("warm", { language: "en" });
  const faults: string[] = [];
  let slowest = { name: "", ms: 0 };
  const refusals: Record<string, number> = {};
  const stall = measureStall();
  const control = await startControl();

  const drawn: { name: string; source: string; html: string }[] = [];

  for (const { name, source } of [...corpus, ...postCorpus]) {
    const renders = [
      () => renderMarkdown(source, { language: "fr" }).then(({ html }) => html),
      () => renderPostMarkdown(source, partsFor(source), { language: "fr" }).then(({ html }) => html),
    ];
    if (source.length <= 20_000) renders.push(() => renderSources(source, { language: "fr" }));
    for (const render of renders) {
      const started = performance.now();
      const outcome = await render().catch((reason: unknown) => reason);
      const ms = performance.now() - started;
      if (ms > slowest.ms) slowest = { name, ms };
      if (ms > MOST_MS) faults.push(`${name}: took ${Math.round(ms)} ms`);

      if (typeof outcome === "string") drawn.push({ name, source, html: outcome });
      else if (outcome instanceof Response && outcome.status === 422) {
        const reason = await outcome.text();
        refusals[reason] = (refusals[reason] ?? 0) + 1;
      } else faults.push(`${name}: ${String(outcome)}`);
    }
  }
  const stalled = stall.end();
  const machine = await control.end();
  process.stdout.write(
    `${corpus.length + postCorpus.length} hostile texts: stalls of the main thread ${stalled.p99.toFixed(1)} ms at p99, ${stalled.worst.toFixed(1)} ms at worst (of an idle thread ${machine.p99.toFixed(1)} and ${machine.worst.toFixed(1)} ms), slowest ${slowest.ms.toFixed(0)} ms (${slowest.name.slice(0, 60)}), drawn ${drawn.length}, refused ${JSON.stringify(refusals)}\n`,
  );
  for (const { name, source, html } of drawn) {
    faults.push(...faultsOf(html).map((fault) => `${name}: ${fault}`));
    if (html.length > 60 * source.length + 1_000) faults.push(`${name}: ${source.length} characters became ${html.length}`);
  }

  expect(faults).toEqual([]);
  // The worst of some thousand ticks is the doing of a busy machine; what the renderer does would show in many.
  expect(stalled.p99).toBeLessThan(MOST_STALL_MS + machine.p99);
});

test("an honest text is drawn while hostile ones keep a worker busy", { timeout: 30_000 }, async () => {
  const slow = `${"[^1]".repeat(40_000)}\n\n${"[^1]: a\n".repeat(4_000)}`;
  const busy = Promise.allSettled([renderMarkdown(slow, { language: "en" }), renderMarkdown(slow, { language: "en" })]);
  const started = performance.now();

  expect((await renderMarkdown("*fine*", { language: "en" })).html).toBe("<p><em>fine</em></p>\n");
  expect(performance.now() - started).toBeLessThan(MOST_MS);
  await busy;
});

const ORIGIN = "https://portal.example";

/** Everyone and everything that a text refers to is there, and has a hostile name. */
function partsFor(source: string): PostParts {
  const { handles, addresses, files } = referencesIn(source, ORIGIN);
  const hostile = `"><img src=x onerror=alert(1)>' $& [x](javascript:alert(1))`;
  return {
    key: "0190a0b0000070008000000000000001",
    origin: ORIGIN,
    names: new Map(handles.map((handle) => [handle, { href: `/en/people/${handle}`, label: hostile }])),
    titles: new Map(addresses.map((address) => [address, hostile])),
    files: new Map(files.map((id, index) => [id, index % 2 ? null : { width: 640, height: 480 }])),
  };
}

/** What is in the HTML that must not be there. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  new Parser({
    onopentag(name, attributes) {
      const allowed = allowedTags[name];
      if (!allowed) return void faults.push(`tag ${name}`);
      for (const [attribute, value] of Object.entries(attributes)) {
        const rule = allowed.find((one) => (typeof one === "string" ? one : one.name) === attribute);
        const isClass = attribute === "class" && (allowedClasses[name]?.includes(value) || (name === "ol" && value === "sources"));
        if (!rule && !isClass) faults.push(`attribute ${name} ${attribute}=${value.slice(0, 40)}`);
        if (rule && typeof rule !== "string" && !rule.values.includes(value))
          faults.push(`value ${name} ${attribute}=${value.slice(0, 40)}`);
      }
      const { id, href, rel, src } = attributes;
      if ((name === "img") !== (src !== undefined) || (src !== undefined && !OWN_FILE.test(src))) faults.push(`src ${src?.slice(0, 60)}`);
      if (id !== undefined && (ids.has(id) || !/^(?:s-.|source-\d+$)/.test(id))) faults.push(`id ${id}`);
      if (id !== undefined) ids.add(id);
      if (href !== undefined && !/^(?:https?:\/\/|mailto:|#s-|#source-\d+$|\/(?![/\\]))/.test(href))
        faults.push(`href ${href.slice(0, 60)}`);
      if (href !== undefined && /^[a-z]/.test(href) && rel !== "ugc nofollow noopener") faults.push(`rel ${href.slice(0, 60)}`);
    },
  }).end(html);
  return faults;
}

type Stall = { p99: number; worst: number };

/** By how many milliseconds a timer of 5 ms comes late. */
function measureStall() {
  const late: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(now - last - 5);
    last = now;
  }, 5);
  return {
    end() {
      clearInterval(timer);
      late.sort((a, b) => a - b);
      return { p99: late[Math.floor(late.length * 0.99)] ?? 0, worst: late.at(-1) ?? 0 };
    },
  };
}

/** The same in a thread with nothing else to do: what its timer is late by is the doing of a busy machine. */
async function startControl() {
  const script = `const { parentPort } = require("node:worker_threads");
    ${measureStall.toString()}
    const stall = measureStall();
    parentPort.on("message", () => { parentPort.postMessage(stall.end()); parentPort.close(); });
    parentPort.postMessage("ready");`;
  const worker = new Worker(script, { eval: true, execArgv: [] });
  await once(worker, "message");
  return {
    async end(): Promise<Stall> {
      const answer = once(worker, "message");
      worker.postMessage("end");
      return (await answer)[0] as Stall;
    },
  };
}
