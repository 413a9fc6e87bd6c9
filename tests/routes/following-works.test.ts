import { expect, test } from "vitest";

import { action as follow, loader as led } from "~/routes/contributions/follow";
import { loader as show } from "~/routes/practices/show";
import { loader as follows } from "~/routes/settings/follows";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  return { maya: await person("Maya"), ...(await guide({ by: amira, state: "PUBLISHED" })) };
}

test("the form on the page of a guide follows it, and the one on the list stops, each where it stands", async () => {
  const { maya, slug } = await world();
  const address = `/en/practices/${slug}`;
  const shown = async () => (await (await show(visit(maya, address, { slug }))).json()) as { follow: unknown };
  expect((await shown()).follow).toEqual({ isFollowed: false });

  const began = await follow(submission(maya, `${address}/follow`, { slug }, { follow: "yes" }));
  expect([began.status, began.headers.get("Location")]).toEqual([302, address]);
  expect((await shown()).follow).toEqual({ isFollowed: true });
  expect(await (await follows(visit(maya, "/en/settings/follows"))).json()).toMatchObject({
    works: [{ of: "practice", slug, language: "en" }],
  });

  const stopped = await follow(submission(maya, `${address}/follow`, { slug }, { follow: "no", from: "follows" }));
  expect(stopped.headers.get("Location")).toBe("/en/settings/follows");
  expect(await (await follows(visit(maya, "/en/settings/follows"))).json()).toMatchObject({ works: [] });
});

test("visitors have no button, and are led to sign in; what is no answer is refused", async () => {
  const { maya, slug } = await world();
  const address = `/fr/pratiques/${slug}/suivi`;

  expect(await (await show(visit(null, `/en/practices/${slug}`, { slug }))).json()).toMatchObject({ follow: null });
  expect(led(visit(maya, address, { slug })).headers.get("Location")).toBe(`/fr/pratiques/${slug}`);
  expect(await status(follow(submission(null, address, { slug }, { follow: "yes" })))).toBe(302);
  expect(await status(follow(submission(maya, `/en/practices/${slug}/follow`, { slug }, { follow: "perhaps" })))).toBe(422);
});
