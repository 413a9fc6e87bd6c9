import { expect, test } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import { askEmailChange, cancelEmailChange } from "~/features/accounts/email-change.server";
import { forgetPassword } from "~/features/accounts/password-reset.server";
import { register } from "~/features/accounts/registration.server";
import { db } from "~/platform/db.server";
import { account, from, PASSWORD } from "#tests/support/accounts";
import { person } from "#tests/support/world";

const PAIRS = 60;

/** The chance that a try with a known address takes longer than one with an unknown address: 0.5 tells nothing (area under the curve). */
async function curve(ask: (email: string) => Promise<unknown>): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let pair = 0; pair < PAIRS + 3; pair++) {
    await db.rateLimit.deleteMany();
    for (const kind of pair % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
      const started = performance.now();
      await ask(kind === "known" ? "amira@example.org" : `nobody${pair}@example.org`).catch(() => {});
      if (pair >= 3) times[kind].push(performance.now() - started);
    }
  }
  const longer = times.known.flatMap((known) =>
    times.unknown.map((unknown) => (known > unknown ? 1 : known === unknown ? 0.5 : 0) as number),
  );
  return longer.reduce((sum, one) => sum + one, 0) / longer.length;
}

test("the time of an answer does not tell whether an address is known", { timeout: 120_000 }, async () => {
  await account("amira@example.org");
  const farid = await person("Farid");
  const areas = {
    signIn: await curve((email) => signIn({ email, password: "something else" }, from())),
    signUp: await curve((email) => register({ email, name: "Amira", password: PASSWORD, language: "en" }, "192.0.2.1")),
    newAddress: await curve(async (email) => {
      await askEmailChange(farid, { email });
      await cancelEmailChange(farid);
    }),
    forgotten: await curve((email) => forgetPassword(email, "192.0.2.1")),
  };

  process.stdout.write(`time of answers, area under the curve: ${JSON.stringify(areas)}\n`);
  for (const area of Object.values(areas)) expect(Math.abs(area - 0.5)).toBeLessThan(0.3);
});
