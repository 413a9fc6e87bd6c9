import { expect, test } from "vitest";

import { claimPracticeReview } from "#tests/support/practices";
import { loader } from "~/routes/reviews/index";
import { visit } from "#tests/support/request";
import { guide, openReview, organization, person } from "#tests/support/world";

test("editors see what waits, longest waiting first, with who has it", async () => {
  const { eloise, first } = await world();
  await claimPracticeReview(eloise, "en", first.slug, { review: (await openReview(first.slug)).id, claimant: "" });

  const { items, counts } = await shown("/en/reviews");

  expect(counts).toEqual({ all: 2, en: 1, fr: 1 });
  expect(items).toMatchObject([
    {
      title: "First come",
      language: "en",
      submitter: "Amira",
      organization: "Riverside Health Centre",
      claimant: "Éloïse",
      isMine: true,
      isOwn: false,
      isUpdate: false,
      address: `/en/practices/${first.slug}/review`,
    },
    { title: "Deuxième arrivé", language: "fr", claimant: null, isMine: false },
  ]);

  async function shown(path: string) {
    return (await loader(visit(eloise, path))).json();
  }
});

test("the queue can be narrowed to a language, and then still tells how much there is in all", async () => {
  const { eloise } = await world();

  const response = await loader(visit(eloise, "/en/reviews?language=fr"));

  expect(await response.json()).toMatchObject({ language: "fr", counts: { all: 2 }, items: [{ title: "Deuxième arrivé" }] });
});

test("what an editor wrote is marked as their own", async () => {
  await world();
  const farid = await person("Farid", { roles: ["EDITOR"], organizations: [await organization("Other")] });
  await guide({ by: farid, state: "IN_REVIEW", fields: { title: "Written by an editor" } });

  const { items } = await (await loader(visit(farid, "/en/reviews"))).json();

  expect(items.map(({ title, isOwn }) => [title, isOwn])).toEqual([
    ["First come", false],
    ["Deuxième arrivé", false],
    ["Written by an editor", true],
  ]);
});

test("the queue is closed to those who do not review, and visitors are asked to sign in", async () => {
  const { amira } = await world();

  await expect(loader(visit(amira, "/en/reviews"))).rejects.toMatchObject({ status: 403 });
  await expect(loader(visit(null, "/en/reviews"))).rejects.toMatchObject({ status: 302 });
});

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const first = await guide({ by: amira, state: "IN_REVIEW", fields: { title: "First come" } });
  await guide({ by: amira, language: "fr", state: "IN_REVIEW", fields: { title: "Deuxième arrivé" } });
  return { amira, eloise, first };
}
