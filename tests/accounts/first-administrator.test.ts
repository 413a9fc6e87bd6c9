import { expect, test } from "vitest";

import { appointFirstAdministrator } from "~/features/accounts/role-grants.server";
import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { eventNames, person } from "#tests/support/world";

test("who runs the machine makes the first administrator, and only the first", async () => {
  const noor = await person("Noor");
  const eve = await person("Eve");

  expect(await appointFirstAdministrator("NOOR@example.org")).toEqual({ name: "Noor" });
  await expect(appointFirstAdministrator("eve@example.org")).rejects.toMatchObject({ status: 409 });

  expect((await findActor(noor.id))?.roles).toEqual(["ADMINISTRATOR"]);
  expect((await findActor(eve.id))?.roles).toEqual([]);
  expect(await eventNames()).toEqual(["role.granted"]);
});

test("of two at the same moment, one becomes the first administrator", async () => {
  await person("Noor");
  await person("Eve");

  const outcomes = await Promise.allSettled(["noor@example.org", "eve@example.org"].map(appointFirstAdministrator));

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.roleGrant.count()).toBe(1);
});

test("an address without an account makes nobody an administrator", async () => {
  await expect(appointFirstAdministrator("nobody@example.org")).rejects.toMatchObject({ status: 404 });
});
