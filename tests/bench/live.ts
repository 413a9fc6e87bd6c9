// npm run bench -- live: opens a thousand pages that listen, half of visitors in a thread, half of members in the lists, and measures what
// they take of memory and how soon all of them hear one announcement.
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { findActor } from "~/features/accounts/session.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import { announce } from "~/platform/live.server";
import { category, thread } from "#tests/support/forums";
import { newFolder, removeFolder, startPortal } from "#tests/support/portal-process";

import { printTable } from "./table";

const LISTENERS = 1_000;
const TIMES = 50;
const AT_ONCE = 50;

/** Prints the memory of a process that is listened to, and the times until an announcement arrived. */
export async function benchLive() {
  const data = newFolder();
  const portal = await startPortal({ LOG_LEVEL: "warn" }, data);
  try {
    setEmbeddedDatabase(findEmbeddedDatabase(data) ?? "");
    const talk = await someThread();
    const cookies = await sessions(LISTENERS / 2);
    const own = (index: number) => (index % 2 ? `/live?thread=${talk.id}` : "/live?lists=1");
    await Promise.all((await listen(portal.url, 20, own, cookies)).map(({ close }) => close()));
    await sleep(1_000);

    const before = memoryOf(portal.pid);
    const listeners = await listen(portal.url, LISTENERS, own, cookies);
    await sleep(2_000);
    const open = memoryOf(portal.pid);
    const times = await announcements(listeners, talk);
    const after = memoryOf(portal.pid);
    for (const { close } of listeners) close();

    times.sort((a, b) => a - b);
    const at = (share: number) => `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)} ms`;
    printTable([
      ["memory of the web process", "MB"],
      ["before", before.toFixed(0)],
      [`with ${LISTENERS} listeners`, open.toFixed(0)],
      [`after ${TIMES} announcements`, after.toFixed(0)],
      ["growth", (Math.max(open, after) - before).toFixed(0)],
    ]);
    printTable([
      ["until an announcement is heard", "time"],
      ["p50", at(0.5)],
      ["p99", at(0.99)],
      ["last", at(1)],
      ["heard", `${times.length} of ${LISTENERS * TIMES}`],
    ]);
  } finally {
    await disconnect();
    await portal.stop();
    removeFolder(data);
  }
}

type Listener = { onHeard: () => void; close: () => void };

/** Opens the streams, some at once, and gives them when each has sent its first line. */
async function listen(url: string, count: number, address: (index: number) => string, cookies: string[]): Promise<Listener[]> {
  const listeners: Listener[] = [];
  for (let index = 0; index < count; index += AT_ONCE)
    listeners.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - index) }, (_, each) => openOne(index + each)))));
  return listeners;

  function openOne(index: number): Promise<Listener> {
    const cookie = index % 2 ? {} : { Cookie: cookies[(index / 2) % cookies.length] ?? "" };
    return new Promise((resolve, reject) => {
      const sent = get(url + address(index), { agent: false, headers: cookie }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`refused with ${answer.statusCode}`));
        const listener: Listener = { onHeard: () => {}, close: () => sent.destroy() };
        answer.once("data", () => resolve(listener));
        answer.on("data", (bytes: Buffer) => bytes.includes("data: ") && listener.onHeard());
        answer.on("error", () => {});
      });
      sent.on("error", reject);
    });
  }
}

/** Announces one thing after the other, and gives when each was heard by each listener. */
async function announcements(listeners: Listener[], talk: { id: string; categoryId: string }): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    let started = 0;
    const heard = Promise.all(
      listeners.map(
        (listener) =>
          new Promise<void>((resolve) => {
            listener.onHeard = () => {
              times.push(performance.now() - started);
              listener.onHeard = () => {};
              resolve();
            };
          }),
      ),
    );
    started = performance.now();
    await db.$transaction((tx) => announce(tx, { what: "changed", thread: talk.id, category: talk.categoryId, number: 1 }));
    await Promise.race([heard, sleep(5_000)]);
  }
  return times;
}

async function someThread() {
  const { id } = await db.account.findFirstOrThrow({ select: { id: true } });
  const by = await findActor(id);
  if (!by) throw new Error("nobody is there");
  const place = await category("Bench");
  return { ...(await thread({ by, category: place })), categoryId: place.id };
}

async function sessions(count: number): Promise<string[]> {
  const accounts = await db.account.findMany({ select: { id: true } });
  const tokens = Array.from({ length: count }, () =>
    [...randomBytes(40)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join(""),
  );
  await db.session.createMany({
    data: tokens.map((token, index) => ({
      id: createHash("sha256").update(token).digest("hex"),
      accountId: accounts[index % accounts.length]?.id ?? "",
      expiresAt: new Date(Date.now() + 86_400_000),
    })),
  });
  return tokens.map((token) => `__Host-session=${token}`);
}

const memoryOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
