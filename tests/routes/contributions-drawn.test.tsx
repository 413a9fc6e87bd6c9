import { createRemixStub } from "@remix-run/testing";
import { expect, test } from "vitest";

import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import { Diff } from "~/features/publishing/components/diff";
import { diffFields } from "~/features/publishing/diff";
import { ownChoices } from "~/features/evidence/own-choices.server";
import NewPage, { loader as newLoader, meta } from "~/routes/contributions/new";
import ReviewPage, { loader } from "~/routes/contributions/review";
import { visit } from "#tests/support/request";
import { ratings, summary, summaryFields } from "#tests/support/summaries";
import { organization, person } from "#tests/support/world";

import { draw, drawRoute } from "../ui/draw";

test("who reviews a summary sees its question, its findings with their certainty and its statements, and no maturity", async () => {
  const ours = await organization();
  const rowan = await person("Rowan", { roles: ["RESEARCHER"], organizations: [ours] });
  const noor = await person("Noor", { roles: ["RESEARCHER"] });
  const own = { ...summaryFields().own, ...ratings({ Finding: "f1", Level: "LOW" }) };
  const { slug } = await summary({ by: rowan, state: "IN_REVIEW", fields: { own } });
  const path = `/en/evidence/${slug}/review`;
  const data = await (await loader(visit(noor, path, { slug }))).json();

  const html = drawRoute(createRemixStub([{ id: "page", path: "*", Component: ReviewPage, loader: () => data }]), path, {
    loaderData: { page: data },
  });

  for (const words of ["Adults in primary care", "Somewhat less", "Low", "Not rated", "Systematic review", "2024-05", "None declared"])
    expect(html).toContain(words);
  expect(html).toContain("<dd>kiely2022</dd>");
  expect(html).not.toContain("Maturity");
});

test("a comparison of summaries names what changed in words: levels, types of studies, keys of references", () => {
  const own = { ...summaryFields().own, references: ["kiely2022 0191-a"] };
  const after = { ...own, studyTypes: ["commentary"], references: ["mercer2019 0191-b"], ...ratings({ Finding: "f1", Level: "VERY_LOW" }) };
  const fields = summaryFields({ own });
  const changes = diffFields("summary", fields, { ...fields, summary: "Another bottom line.", own: after });

  const html = draw(<Diff changes={changes} labels={ownChoices("en") as ChoiceLabels} />, "/en/evidence/one/history/2");

  for (const words of ["Bottom line", "Commentary", "mercer2019", "Certainty, level (Very low)", "GRADE"]) expect(html).toContain(words);
  for (const code of ["VERY_LOW", "0191", "systematic-review"]) expect(html).not.toContain(code);
});

test("the page on which a summary begins speaks of summaries, in both languages and in its title", async () => {
  const rowan = await person("Rowan", { roles: ["RESEARCHER"], organizations: [await organization()] });
  for (const [path, words] of [
    ["/en/evidence/new", "Summarize evidence"],
    ["/fr/donnees-probantes/nouvelle", "Synthétiser des données probantes"],
  ] as const) {
    const data = await (await newLoader(visit(rowan, path))).json();
    const html = drawRoute(createRemixStub([{ id: "page", path: "*", Component: NewPage, loader: () => data }]), path, {
      loaderData: { page: data },
    });

    expect(html).toContain(words);
    expect(html).not.toMatch(/\bguides?\b/i);
    expect(JSON.stringify(meta({ data, location: { pathname: path } } as Parameters<typeof meta>[0]))).toContain(words);
  }
});
