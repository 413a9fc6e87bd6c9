import { Worker } from "node:worker_threads";

import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import { tooMany, unprocessable } from "./errors";
import { log } from "./log.server";
import type { Pictures, PostParts } from "./markdown-post";
import type { Refusal } from "./markdown-refusal";
import type { RenderedMarkdown, RenderedPost, Wording } from "./markdown-render.server";
import type { Answer, Question, Result, Work } from "./markdown-worker";
import { workerFile } from "./worker-file.server";

/** Rises with every change to what the renderer writes, so that stored HTML of an older one can be drawn again. */
export const RENDERER = 1;

const WORKERS = 2;
const MOST_WAITING = 64;
/** For what strangers send. Texts that ship with the portal may take longer, on a machine that is busy starting. */
const LIMIT_MS = 500;
/** On a machine that gives the portal no time, a text gets so many times its limit before it is blamed. */
const PATIENCE = 4;
const MEMORY_MB = 128;

type Options = { language: Language; limitMs?: number };

type TextOptions = Options & {
  /** The files of the portal that are shown where the text has them as pictures. */
  pictures?: Pictures;
};

/**
 * Draws Markdown as HTML that is safe to show to anyone, with its plain text, number of words and sections. Refuses with 422
 * and a key of the dictionary what is too long, nested too deeply, or takes longer than half a second.
 */
export async function renderMarkdown(source: string, { pictures, ...options }: TextOptions): Promise<RenderedMarkdown> {
  if (source.trim() === "") return { html: "", text: "", words: 0, sections: [] };
  return (await draw({ what: "text", ...(pictures?.size ? { pictures } : {}) }, source, options)) as RenderedMarkdown;
}

/** Draws a list of sources, one a line, as `<ol class="sources">` with the ids that citations lead to. Refuses like renderMarkdown. */
export async function renderSources(source: string, options: Options): Promise<string> {
  if (source.trim() === "") return "";
  return (await draw({ what: "sources" }, source, options)) as string;
}

/** Draws a post with the names, titles and files that it may show; says which of them stand in it. Refuses like renderMarkdown. */
export async function renderPostMarkdown(source: string, parts: PostParts, options: Options): Promise<RenderedPost> {
  if (source.trim() === "") return { html: "", text: "", names: [], files: [] };
  return (await draw({ what: "post", parts }, source, options)) as RenderedPost;
}

type Task = {
  question: Question;
  limitMs: number;
  resolve: (result: Result) => void;
  reject: (reason: Response | Error) => void;
};

type Seat = { worker: Worker; isReady: boolean; task: Task | null; timer: NodeJS.Timeout | undefined };

const waiting: Task[] = [];
const seats = new Set<Seat>();
let lastId = 0;
let isHiring = false;

function draw(work: Work, source: string, { language, limitMs = LIMIT_MS }: Options) {
  if (waiting.length >= MOST_WAITING) return Promise.reject(tooMany(2));

  return new Promise<Result>((resolve, reject) => {
    lastId += 1;
    waiting.push({ question: { id: lastId, work, source, wording: wordingOf(language) }, limitMs, resolve, reject });
    next();
  });
}

function wordingOf(language: Language): Wording {
  const t = translator(language);
  return {
    table: t("publishing.markdown.table", { number: "{n}" }),
    footnotes: t("publishing.markdown.footnotes"),
    backToText: t("publishing.markdown.backToText"),
    spoiler: t("uploads.markdown.spoiler"),
    picture: t("uploads.markdown.picture"),
  };
}

/** Gives what waits to who is free. A second worker is hired when the first is busy. */
function next() {
  for (const seat of seats) if (seat.isReady && !seat.task && waiting.length > 0) start(seat);
  const arriving = [...seats].filter(({ isReady }) => !isReady).length;
  if (waiting.length > arriving && seats.size < WORKERS && !isHiring) void hire();
}

async function hire() {
  isHiring = true;
  try {
    takeSeat(await workerFile("app/platform/markdown-worker.ts"));
  } catch (error) {
    giveUp(error as Error);
  } finally {
    isHiring = false;
  }
}

function takeSeat(file: URL) {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, execArgv: [], stdout: true, stderr: true });
  const seat: Seat = { worker, isReady: false, task: null, timer: undefined };
  seats.add(seat);
  worker.on("message", (message: Answer | "ready") => {
    if (message === "ready") seat.isReady = true;
    else finish(seat, message);
    if (waiting.length > 0) next();
    // An idle worker keeps no process alive.
    if (!seat.task) worker.unref();
  });
  worker.on("error", (error) => log.warn({ reason: error.message }, "a Markdown worker failed"));
  worker.on("exit", () => leave(seat));
}

function start(seat: Seat) {
  const task = waiting.shift();
  if (!task) return;
  seat.task = task;
  seat.worker.ref();
  seat.worker.postMessage(task.question);
  watch(seat, task, performance.now(), process.cpuUsage());
}

/**
 * Ends what takes too long. A worker that got no time from a busy machine is not to blame: while the process has used less
 * than the limit, it is waited for.
 */
function watch(seat: Seat, task: Task, began: number, before: NodeJS.CpuUsage) {
  const used = process.cpuUsage(before);
  const worked = Math.min((used.user + used.system) / 1000, performance.now() - began);
  const left = Math.min(task.limitMs - worked, began + PATIENCE * task.limitMs - performance.now());
  // When this thread itself was held up, the answer may already be here: it is heard before the timer counts.
  if (left > 1) seat.timer = setTimeout(() => setImmediate(() => seat.task === task && watch(seat, task, began, before)), left);
  else dismiss(seat);
}

function finish(seat: Seat, answer: Answer) {
  clearTimeout(seat.timer);
  const { task } = seat;
  seat.task = null;
  if (!task) return;
  if ("result" in answer) return task.resolve(answer.result);
  if (answer.fault) log.warn({ reason: answer.fault }, "a text could not be drawn");
  task.reject(refused(answer.refusal));
}

function dismiss(seat: Seat) {
  seats.delete(seat);
  seat.task?.reject(refused("tooSlow"));
  seat.task = null;
  void seat.worker.terminate();
  next();
}

/** A worker that ended by itself: out of memory, when it was at work. */
function leave(seat: Seat) {
  clearTimeout(seat.timer);
  seats.delete(seat);
  seat.task?.reject(refused("tooDeep"));
  seat.task = null;
  // One that never came to work would not do so the next time either.
  if (seat.isReady) next();
  else giveUp(new Error("the worker ended before it was ready"));
}

function giveUp(error: Error) {
  log.error({ reason: error.message }, "Markdown cannot be drawn");
  for (const task of waiting.splice(0)) task.reject(error);
}

const refused = (reason: Refusal) => unprocessable(`publishing.markdown.${reason}`);
