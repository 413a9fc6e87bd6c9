import { expect, test, vi } from "vitest";

import { db } from "~/platform/db.server";
import { countTry, forgetOldLimits, giveBack, limit, networkOf } from "~/platform/rate-limit.server";
import "#tests/support/world";

test("so many tries are answered, the next one is told how long to wait, and others are not concerned", async () => {
  for (let turn = 0; turn < 10; turn++) await limit("sign-in by address", "192.0.2.1");

  const refusal = (await limit("sign-in by address", "192.0.2.1").catch((response: Response) => response)) as Response;
  expect(refusal.status).toBe(429);
  const wait = Number(refusal.headers.get("Retry-After"));
  expect(wait).toBeGreaterThan(290);
  expect(wait).toBeLessThanOrEqual(300);
  await limit("sign-in by address", "192.0.2.2");
  await limit("sign-in by account", "192.0.2.1");
});

test("of many tries at the same moment no more are answered than there are", async () => {
  const waits = await Promise.all(Array.from({ length: 40 }, () => countTry("sign-in by address", "192.0.2.1")));

  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(10);
});

test("a try that is given back counts no more", async () => {
  for (let turn = 0; turn < 20; turn++) {
    await limit("sign-in by address", "192.0.2.1");
    await giveBack("sign-in by address", "192.0.2.1");
  }
  expect(await countTry("sign-in by address", "192.0.2.1")).toBe(0);
});

test("after its time a window is over, and can be forgotten", async () => {
  for (let turn = 0; turn < 11; turn++) await countTry("sign-in by address", "192.0.2.1");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 301_000 });
  try {
    expect(await countTry("sign-in by address", "192.0.2.1")).toBe(0);
    vi.setSystemTime(Date.now() + 301_000);
    await forgetOldLimits();
    expect(await db.rateLimit.count()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test("no address stands in the table", async () => {
  await countTry("sign-in by address", "192.0.2.1");
  await countTry("sign-in by account", "amira@example.org");

  expect(JSON.stringify(await db.rateLimit.findMany())).not.toMatch(/192|amira/);
});

test("a household is known by its network, in every spelling", () => {
  expect(networkOf("192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:DB8:0001:2::9")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:db8::9")).toBe("2001:db8:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("")).toBe("");
});
