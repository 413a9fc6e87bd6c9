import { createRemixStub } from "@remix-run/testing";
import { expect, test } from "vitest";

import { retirePractice } from "#tests/support/practices";
import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import { Diff } from "~/features/publishing/components/diff";
import ReviewPage, { loader as reviewLoader } from "~/routes/contributions/review";
import PracticePage, { loader } from "~/routes/practices/show";
import { visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

import { draw, drawRoute } from "../ui/draw";

const labels = { topics: { food: "Food prescribing" } } as unknown as ChoiceLabels;

test("a comparison says in words what is added and removed, and shows HTML as text", () => {
  const html = draw(
    <Diff
      labels={labels}
      changes={[
        {
          field: "body",
          pieces: [
            { text: "Walk <b>", change: null },
            { text: "<script>", change: "added" },
            { text: "twice", change: "removed" },
          ],
        },
        { field: "topics", pieces: [{ text: "food", change: "added" }] },
      ]}
    />,
  );

  expect(html).toContain('<ins><span class="visually-hidden">added: </span>&lt;script&gt;<span');
  expect(html).toContain('<del><span class="visually-hidden">removed: </span>twice<span');
  expect(html).toContain("Food prescribing");
});

test("a guide in the other language says so in the reader's language, and its text is read out in its own", async () => {
  const { walk } = await world();

  const html = await page(`/fr/pratiques/${walk.slug}`, walk.slug);

  expect(html).toContain("Ce guide n’est pas encore offert en français. Voici la version anglaise.");
  expect(html).toMatch(/<header class="page-header" lang="en"><h1 tabindex="-1">Start a walking group/i);
  expect(html).toMatch(/<div class="prose" lang="en"/);
  expect(html).not.toContain("Votre travail sur ce guide");
});

test("a retired guide tells why, and leads on", async () => {
  const { amira, eloise, walk } = await world();
  const better = await guide({ by: amira, state: "PUBLISHED", fields: { title: "A better walking group" } });
  await retirePractice(eloise, "en", walk.slug, { reason: "Its <b>law</b> has changed.", successor: better.slug });

  const html = await page(`/en/practices/${walk.slug}`, walk.slug);

  expect(html).toContain("This guide was retired on");
  expect(html).toContain("Its &lt;b&gt;law&lt;/b&gt; has changed.");
  expect(html).toContain(`<a href="/en/practices/${better.slug}">A better walking group</a>`);
  expect(html).not.toContain(walk.fields.summary);
});

test("an author reads that nobody reviews their own work, and finds no form for it", async () => {
  const { amira } = await world();
  const waiting = await guide({ by: amira, state: "IN_REVIEW", fields: { title: "Waiting for a review" } });
  const path = `/en/practices/${waiting.slug}/review`;

  const data = await (await reviewLoader(visit(amira, path, { slug: waiting.slug }))).json();
  const html = drawRoute(createRemixStub([{ id: "page", path: "*", Component: ReviewPage, loader: () => data }]), path, {
    loaderData: { page: data },
  });

  expect(html).toContain("You cannot review your own work");
  expect(html).not.toContain("<form");
});

async function page(path: string, slug: string) {
  const data = await (await loader(visit(null, path, { slug }))).json();
  const Route = createRemixStub([{ id: "page", path: "*", Component: PracticePage, loader: () => data }]);
  return drawRoute(Route, path, { loaderData: { page: data } });
}

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  return { amira, eloise, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
