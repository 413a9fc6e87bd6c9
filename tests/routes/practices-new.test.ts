import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/contributions/new";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const PATH = "/en/practices/new";

test("a practitioner gets a form with the organizations to write for, and an id of its own each time", async () => {
  const [ours, other] = [await organization("Ours"), await organization("Another")];
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours, other] });

  const first = await (await loader(visit(amira, PATH))).json();
  const second = await (await loader(visit(amira, PATH))).json();

  expect(first).toMatchObject({ hindrance: null, organizations: [{ name: "Another" }, { name: "Ours" }] });
  expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(second.id).not.toBe(first.id);
});

test("a visitor signs in first, and comes back", async () => {
  await expect(loader(visit(null, PATH))).rejects.toMatchObject({ status: 302 });
});

test("who may not write yet is told why, with 403", async () => {
  const ours = await organization();
  const hindrances = [
    [await person("Benoit", { organizations: [ours] }), "role"],
    [await person("Rowan", { roles: ["RESEARCHER"] }), "organization"],
    [{ ...(await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] })), isSilenced: true }, "silenced"],
  ] as const;

  for (const [who, hindrance] of hindrances) {
    const response = await loader(visit(who, PATH));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ hindrance, organizations: [] });
  }
});

test("a title is enough: the guide begins and its author is led to the form", async () => {
  const { amira, ours, id } = await begun();

  const response = await action(submission(amira, PATH, {}, { id, title: "Start a walking group", organization: ours.id }));

  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe("/en/practices/start-a-walking-group/edit");
  expect(response.headers.get("Set-Cookie")).toContain("flash");
});

test("the same form sent twice begins one guide", async () => {
  const { amira, ours, id } = await begun();
  const form = { id, title: "Start a walking group", organization: ours.id };

  const answers = await Promise.all([action(submission(amira, PATH, {}, form)), action(submission(amira, PATH, {}, form))]);

  expect(answers.map((answer) => answer.headers.get("Location"))).toEqual(Array(2).fill("/en/practices/start-a-walking-group/edit"));
  expect(await db.contribution.count()).toBe(1);
});

test("faults come back by field, with what was typed", async () => {
  const { amira, id } = await begun();

  const response = await action(submission(amira, PATH, {}, { id, title: " abc ", organization: "" }));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    errors: { title: ["publishing.error.titleTooShort"], organization: ["publishing.error.chooseOrganization"] },
    values: { id, title: " abc ", organization: "" },
  });
});

test("nobody begins a guide for another organization", async () => {
  const { amira, id } = await begun();
  const theirs = await organization("Theirs");

  await expect(action(submission(amira, PATH, {}, { id, title: "A guide of ours", organization: theirs.id }))).rejects.toMatchObject({
    status: 403,
  });
});

async function begun() {
  const ours = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const start = await (await loader(visit(amira, PATH))).json();
  return { amira, ours, id: start.id };
}
