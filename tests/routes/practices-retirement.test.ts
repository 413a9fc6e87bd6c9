import { expect, test } from "vitest";

import { action, loader } from "~/routes/contributions/retirement";
import { submission, visit } from "#tests/support/request";
import { eventNames, faceAt, guide, organization, person } from "#tests/support/world";

test("an editor retires a guide with a reason and what to read instead", async () => {
  const { amira, eloise, walk } = await world();
  const better = await guide({ by: amira, state: "PUBLISHED", fields: { title: "A better walking group" } });

  const response = await action(
    sent(eloise, walk.slug, {
      reason: "Its law has changed.",
      successor: `http://127.0.0.1:3000/en/practices/${better.slug}?from=mail#s-steps`,
    }),
  );

  expect(response.headers.get("Location")).toBe(`/en/practices/${walk.slug}`);
  expect((await faceAt(walk.slug)).contribution).toMatchObject({
    retiredAt: expect.any(Date),
    retirementReason: "Its law has changed.",
    successorId: better.id,
  });
  expect((await eventNames()).at(-1)).toBe("practice.retired");
});

test("without a reason, or with a successor that is no guide, the form comes back as it was typed", async () => {
  const { eloise, walk } = await world();

  const short = await action(sent(eloise, walk.slug, { reason: "Old", successor: "" }));
  expect(short.status).toBe(422);
  expect(await short.json()).toEqual({ errors: { reason: ["publishing.error.reasonRequired"] }, values: { reason: "Old", successor: "" } });

  const unknown = await action(sent(eloise, walk.slug, { reason: "Its law has changed.", successor: "https://example.org/nothing" }));
  expect(unknown.status).toBe(422);
  expect(await unknown.json()).toEqual({
    errors: { successor: ["publishing.error.successorUnknown"] },
    values: { reason: "Its law has changed.", successor: "https://example.org/nothing" },
  });
  expect((await faceAt(walk.slug)).contribution.retiredAt).toBeNull();
});

test("its author who is no steward may not retire it, and a visitor is asked to sign in", async () => {
  const { amira, walk } = await world();

  await expect(loader(asked(amira, walk.slug))).rejects.toMatchObject({ status: 403 });
  await expect(action(sent(amira, walk.slug, { reason: "Its law has changed." }))).rejects.toMatchObject({ status: 403 });
  await expect(loader(asked(null, walk.slug))).rejects.toMatchObject({ status: 302 });
  expect((await faceAt(walk.slug)).contribution.retiredAt).toBeNull();
});

test("what is retired already cannot be retired again, and its form leads to what stands there now", async () => {
  const { eloise, walk } = await world();
  await action(sent(eloise, walk.slug, { reason: "Its law has changed." }));

  await expect(action(sent(eloise, walk.slug, { reason: "Once more, with feeling." }))).rejects.toMatchObject({ status: 409 });
  await expect(loader(asked(eloise, walk.slug))).rejects.toMatchObject({ status: 302 });
});

test("what was never published cannot be retired", async () => {
  const { amira, eloise } = await world();
  const draft = await guide({ by: amira, fields: { title: "Not yet finished" } });

  await expect(loader(asked(eloise, draft.slug))).rejects.toMatchObject({ status: 403 });
  await expect(action(sent(eloise, draft.slug, { reason: "Its law has changed." }))).rejects.toMatchObject({ status: 409 });
});

type Viewer = Parameters<typeof visit>[0];

const asked = (viewer: Viewer, slug: string) => visit(viewer, `/en/practices/${slug}/retirement`, { slug });

const sent = (viewer: Viewer, slug: string, fields: Record<string, string>) =>
  submission(viewer, `/en/practices/${slug}/retirement`, { slug }, fields);

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  return { amira, eloise, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
