import { expect, test } from "vitest";

import { register } from "~/features/accounts/registration.server";
import { cleanUpJob } from "~/jobs/clean-up.server";
import { db } from "~/platform/db.server";
import { account, PASSWORD, session } from "#tests/support/accounts";
import "#tests/support/world";

test("what has run out is forgotten, and what has not stays", async () => {
  const { id } = await account("amira@example.org");
  await session(id);
  await session(id);
  const over = new Date(Date.now() - 1);
  await db.session.update({ where: { id: (await db.session.findFirstOrThrow()).id }, data: { expiresAt: over } });
  await db.passwordReset.createMany({
    data: [
      { accountId: id, tokenHash: "1", expiresAt: over },
      { accountId: id, tokenHash: "2", expiresAt: new Date(Date.now() + 60_000) },
    ],
  });
  for (const email of ["one@example.org", "two@example.org"])
    await register({ name: "One", email, password: PASSWORD, language: "en" }, "192.0.2.1");
  await db.registration.updateMany({ where: { email: "one@example.org" }, data: { expiresAt: over } });
  await db.rateLimit.updateMany({ data: { expire: over } });

  await cleanUpJob();

  expect([
    await db.session.count(),
    await db.passwordReset.count(),
    await db.registration.count(),
    await db.rateLimit.count(),
    await db.account.count(),
  ]).toEqual([1, 1, 1, 0, 1]);
});
