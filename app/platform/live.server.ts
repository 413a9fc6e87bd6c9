import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { directDatabaseUrl } from "./database-url.server";
import type { Transaction } from "./db.server";
import { log } from "./log.server";

/**
 * What open pages are told of: ids and numbers alone, never words. They then ask for what they may see. "sight": what someone (or everyone,
 * or those who look at a thread) may see has changed, and is to be asked anew.
 */
export type LiveMessage =
  | { what: "post"; thread: string; category: string; number: number }
  | { what: "changed"; thread: string; category: string; number: number }
  | { what: "notification"; account: string }
  | { what: "sight"; account?: string; thread?: string };

/** What a listener hears besides: that something may have been missed. */
export type Heard = LiveMessage | { what: "again" };

type Listener = (message: Heard) => void;

/** The channel of PostgreSQL on which all processes of the portal hear each other. */
export const LIVE_CHANNEL = "portal_live";

const ASK_EVERY_MS = 30_000;
const LONGEST_WAIT_MS = 15_000;

/** Tells open pages, in every process, when this transaction is committed. */
export const announce = (tx: Transaction, message: LiveMessage) => announceAll(tx, [message]);

/** The same for many messages at once. */
export async function announceAll(tx: Transaction, messages: LiveMessage[]) {
  if (messages.length === 0) return;
  const texts = messages.map((message) => JSON.stringify(message));
  await tx.$queryRaw`SELECT count(pg_notify(${LIVE_CHANNEL}, text)::text)::int FROM unnest(${texts}::text[]) AS text`;
}

/** Where a message is heard. */
export const hearing = {
  thread: (id: string) => `thread ${id}`,
  account: (id: string) => `account ${id}`,
  lists: "lists",
  everyone: "everyone",
};

/**
 * Hears what all processes announce, on one connection that is opened for the first listener, leads around any pooler, and comes back by
 * itself when it was lost; listeners are then told that they may have missed something.
 */
export function openHub(addressOf: () => string = directDatabaseUrl) {
  const listeners = new Map<string, Set<Listener>>();
  const closing = new AbortController();
  let client: pg.Client | undefined;
  let isKept = false;
  let firstHeard: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    firstHeard = resolve;
  });

  async function keepListening() {
    for (let losses = 0; !closing.signal.aborted; losses += 1) {
      const opened = await listen().catch((error: Error) => void log.warn({ reason: error.message }, "live updates are away"));
      if (opened) losses = 0;
      const patience = Math.min(LONGEST_WAIT_MS, 100 * 2 ** Math.min(losses, 10));
      await sleep(patience * (0.5 + Math.random()), undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }

  /** Until the connection is lost. */
  async function listen(): Promise<true> {
    const own = new pg.Client({
      connectionString: addressOf(),
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      application_name: "portal-live",
    });
    client = own;
    own.on("error", (error) => log.warn({ reason: error.message }, "live updates lost their connection"));
    own.on("notification", ({ payload }) => tell(payload));
    const lost = new Promise<void>((resolve) => own.once("end", resolve));
    let asking: NodeJS.Timeout | undefined;
    try {
      await own.connect();
      await own.query(`LISTEN ${LIVE_CHANNEL}`);
      firstHeard();
      for (const listener of everyListener()) listener({ what: "again" });
      // A connection can be dead without a word: whoever does not answer is left.
      asking = setInterval(() => own.query("SELECT 1").catch(() => own.end().catch(() => {})), ASK_EVERY_MS).unref();
      await lost;
      return true;
    } finally {
      clearInterval(asking);
      own.end().catch(() => {});
    }
  }

  function tell(payload: string | undefined) {
    const message = messageIn(payload);
    if (!message) return;
    for (const listener of new Set(placesOf(message).flatMap((place) => [...(listeners.get(place) ?? [])]))) listener(message);
  }

  const everyListener = () => new Set([...listeners.values()].flatMap((some) => [...some]));

  return {
    /** Calls the listener for what is announced at any of these places, until the function that it gives is called. */
    hear(places: string[], listener: Listener): () => void {
      if (!isKept && !closing.signal.aborted) void keepListening();
      isKept = true;
      for (const place of places) listeners.set(place, (listeners.get(place) ?? new Set()).add(listener));

      return () => {
        for (const place of places) {
          listeners.get(place)?.delete(listener);
          if (listeners.get(place)?.size === 0) listeners.delete(place);
        }
      };
    },
    /** When the connection stands for the first time. */
    ready,
    async close() {
      closing.abort();
      listeners.clear();
      await client?.end().catch(() => {});
    },
  };
}

export type Hub = ReturnType<typeof openHub>;

/** What this process hears. */
export const hub = openHub();

/** Null for what this process does not know: another one may speak of more already, and nothing catches a fault here. */
function messageIn(payload = ""): LiveMessage | null {
  try {
    const message = JSON.parse(payload) as LiveMessage | null;
    return ["post", "changed", "notification", "sight"].includes(message?.what ?? "") ? message : null;
  } catch {
    return null;
  }
}

function placesOf(message: LiveMessage): string[] {
  switch (message.what) {
    case "post":
    case "changed":
      return [hearing.thread(message.thread), hearing.lists];
    case "notification":
      return [hearing.account(message.account)];
    case "sight":
      if (message.account) return [hearing.account(message.account)];
      return [message.thread ? hearing.thread(message.thread) : hearing.everyone];
  }
}
