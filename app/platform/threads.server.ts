import { Worker } from "node:worker_threads";

import { tooMany } from "./errors";
import { log } from "./log.server";
import { workerFile } from "./worker-file.server";

/** What a thread says: that it can begin, how far it is, what came of it, or that it could not. */
export type Said<Result> = "ready" | { done: number; total: number } | { result: Result } | { failure: string };

type Progress = (done: number, total: number) => void;

type Task<Question, Result> = {
  question: Question;
  limitMs: number;
  onProgress: Progress | undefined;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
};

type Seat<Question, Result> = { worker: Worker; task: Task<Question, Result> | null; timer: NodeJS.Timeout | undefined };

/** Why there is no answer: it took too long or too much memory, or the thread could not make anything of the question. */
export class Unanswered extends Error {}

/**
 * Threads beside the main one that answer questions, each one at a time. What takes too long or too much memory is ended, and only the one who
 * asked is told (Unanswered). Refuses with 429 when too much waits.
 */
export function threads<Question, Result>(place: { source: string; most: number; memoryMb: number; mostWaiting: number }) {
  const waiting: Task<Question, Result>[] = [];
  const seats = new Set<Seat<Question, Result>>();
  let hiring = 0;

  function next() {
    for (const seat of seats) if (!seat.task) start(seat);
    if (waiting.length > hiring && seats.size + hiring < place.most) void hire();
  }

  async function hire() {
    hiring += 1;
    try {
      const file = await workerFile(place.source);
      const worker = new Worker(file, {
        resourceLimits: { maxOldGenerationSizeMb: place.memoryMb },
        execArgv: [],
        stdout: true,
        stderr: true,
      });
      const seat: Seat<Question, Result> = { worker, task: null, timer: undefined };
      worker.on("message", (said: Said<Result>) => hear(seat, said));
      worker.on("error", (error) => log.warn({ reason: error.message, source: place.source }, "a thread failed"));
      worker.on("exit", () => leave(seat));
    } catch (error) {
      hiring -= 1;
      for (const task of waiting.splice(0)) task.reject(error);
    }
  }

  function start(seat: Seat<Question, Result>) {
    const task = waiting.shift();
    // An idle thread keeps no process alive.
    if (!task) return seat.worker.unref();
    seat.task = task;
    seat.timer = setTimeout(() => void seat.worker.terminate(), task.limitMs);
    seat.worker.ref();
    seat.worker.postMessage(task.question);
  }

  function hear(seat: Seat<Question, Result>, said: Said<Result>) {
    if (said === "ready") {
      hiring -= 1;
      seats.add(seat);
      return next();
    }
    const { task } = seat;
    if ("done" in said) return task?.onProgress?.(said.done, said.total);
    clearTimeout(seat.timer);
    seat.task = null;
    if ("result" in said) task?.resolve(said.result);
    else task?.reject(new Unanswered(said.failure));
    next();
  }

  /** It ended by itself (out of memory), or was ended. One that never came to work would not do so the next time either. */
  function leave(seat: Seat<Question, Result>) {
    clearTimeout(seat.timer);
    const reason = new Unanswered("the thread ended");
    seat.task?.reject(reason);
    if (seats.delete(seat)) return next();
    hiring -= 1;
    for (const task of waiting.splice(0)) task.reject(reason);
  }

  return (question: Question, { limitMs, onProgress }: { limitMs: number; onProgress?: Progress | undefined }): Promise<Result> => {
    if (waiting.length >= place.mostWaiting) return Promise.reject(tooMany(5));
    return new Promise((resolve, reject) => {
      waiting.push({ question, limitMs, onProgress, resolve, reject });
      next();
    });
  };
}
