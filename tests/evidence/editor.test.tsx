import { createRemixStub } from "@remix-run/testing";
import { describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { EvidenceEditor } from "~/features/evidence/components/evidence-editor";
import { ParityNotice } from "~/features/evidence/components/parity-notice";
import { type Desk, getDesk } from "~/features/evidence/desk.server";
import { limits } from "~/features/evidence/limits";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import type { Own } from "~/features/publishing/own-fields";
import { shapes } from "~/features/publishing/kind-shape";
import { getForEdit } from "~/features/publishing/queries.server";
import { draftSchemaOf, revisionSchemaOf } from "~/features/publishing/schema.server";
import { revise } from "~/features/publishing/revision.server";
import { action as draftAction } from "~/routes/contributions/draft";
import EditPage, { action, loader } from "~/routes/contributions/edit";
import PreviewPage, { action as previewAction } from "~/routes/contributions/preview";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { ratings, summary, summaryFields, summaryTranslation } from "#tests/support/summaries";
import { organization, person } from "#tests/support/world";

import { draw, drawRoute } from "../ui/draw";

const { own = {} } = summaryFields();

const desk: Desk = {
  slug: "s",
  references: [{ key: "kiely2022", title: "Link workers" }],
  count: 1,
  unknown: [],
  lastKey: 0,
  parity: null,
};

const form = (fields: Own, { errors = {}, isAwake = false, path = "/en/evidence/s/edit" } = {}) =>
  draw(<EvidenceEditor fields={{ own: fields }} errors={errors} isAwake={isAwake} desk={desk} />, path);

const count = (html: string, part: string) => html.split(part).length - 1;

describe("the form of a summary without JavaScript", () => {
  test("has a row for each finding and rating and two empty ones, each column in every row", () => {
    const html = form({ ...own, ...ratings({ Finding: "f1", Level: "LOW" }) });

    for (const column of shapes.summary.own.rows.findings ?? []) expect(count(html, `name="${column}"`)).toBe(4);
    for (const column of shapes.summary.own.rows.ratings ?? []) expect(count(html, `name="${column}"`)).toBe(3);
    expect(html).not.toMatch(/<button/);
    expect(html).toContain("To delete a row, empty its fields and save.");
  });

  test("has no id twice, and a label for every field that is seen", () => {
    const html = form({ ...own, ...ratings({ Finding: "f1", Level: "LOW" }, { Finding: "f2", Level: "HIGH" }) });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const fields = [...html.matchAll(/<(?:input|textarea|select)(?! type="hidden")[^>]* id="([^"]+)"/g)].map(([, id]) => id);

    expect(ids).toEqual([...new Set(ids)]);
    expect(fields.filter((id) => !html.includes(`for="${id}"`))).toEqual([]);
  });

  test("has keys in its empty rows that no finding ever had", () => {
    const keys = (html: string) => [...html.matchAll(/name="findingKey"[^>]*value="([^"]*)"/g)].map(([, key]) => key);

    expect(keys(form(own))).toEqual(["f1", "f2", "f3", "f4"]);
    const later = draw(<EvidenceEditor fields={{ own }} errors={{}} isAwake={false} desk={{ ...desk, lastKey: 7 }} />);
    expect(keys(later)).toEqual(["f1", "f2", "f8", "f9"]);
  });

  test("lets a rating name any finding by its number and outcome, also one that is still empty", () => {
    const html = form({ ...own, ...ratings({ Finding: "f2", Level: "LOW" }) });

    expect(html).toContain('<option value="f2" selected="">2. Cost</option>');
    expect(html).toContain('<option value="f3">Finding 3</option>');
  });

  test("has no more rows than fit", () => {
    const many = (value: string) => Array.from({ length: limits.findings }, (_, index) => `${value}${index + 1}`);

    expect(count(form({ findingKey: many("f"), findingOutcome: many("Outcome ") }), 'name="findingKey"')).toBe(limits.findings);
  });

  test("tells what is wrong at the row where it is, and leads there", () => {
    const effect = ["Less", "x".repeat(limits.cell + 1)];
    const reason = `publishing.error.row:2 evidence.error.tooLong:${limits.cell}`;
    const html = form({ ...own, findingEffect: effect }, { errors: { findingEffect: [reason] } });

    expect(count(html, "Shorten this to at most 1,200 characters.")).toBe(1);
    const second = html.slice(html.indexOf("<legend>Finding 2</legend>"), html.indexOf("<legend>Finding 3</legend>"));
    expect(second).toContain('id="field-findingEffect"');
    expect(second).toContain('aria-invalid="true"');
    expect(second).not.toContain("Row 2");
  });

  test("says at once when a level is not the one that the domains give, but not what is only missing", () => {
    const domains = {
      ratingStart: ["randomised"],
      ...Object.fromEntries(
        ["RiskOfBias", "Inconsistency", "Indirectness", "Imprecision", "PublicationBias"].map((name) => [`rating${name}`, ["none"]]),
      ),
    };
    const html = form({ ...own, ...ratings({ Finding: "f1", Level: "LOW", By: "" }), ...domains });

    expect(html).toContain("The domains as stated give the level High. Check both.");
    expect(html).not.toContain("Say who rated it.");
    expect(form({ ...own, evidenceUpTo: ["2024-13"] })).toContain("There is no such date.");
  });

  test("speaks French on French pages", () => {
    const html = form(own, { path: "/fr/donnees-probantes/s/modifier" });

    expect(html).toContain("<legend>Constat 2</legend>");
    expect(html).toContain("Ouvrir la liste des références (1 référence)");
  });

  test("shows what someone typed as text", () => {
    expect(form({ ...own, findingOutcome: ["</textarea><script>", "<b>"] })).not.toContain("<script>");
  });
});

test("with JavaScript rows have buttons that say which row they are for", () => {
  const html = form(own, { isAwake: true });

  expect(html).toContain('Remove<span class="visually-hidden"> finding 1</span>');
  expect(html).toContain('Move up<span class="visually-hidden"> finding 2</span>');
  expect(html).not.toContain('Move up<span class="visually-hidden"> finding 1</span>');
  expect(html).toContain("Add a rating");
});

describe("what the form has to know", () => {
  test("the keys to cite, what is cited in vain, and the last key that a finding ever had", async () => {
    const { zoe, slug } = await world();
    await save(zoe, slug, { ...own, findingKey: ["f1", "f9"] }, 2);
    await save(zoe, slug, own, 3);

    const known = await getDesk(zoe, "en", slug, { body: "[@nobody2020]", own });
    expect(known).toMatchObject({ slug, unknown: ["nobody2020"], lastKey: 9, parity: null });
    expect(known.references.map(({ key }) => key)).toContain("kiely2022");
    expect(known.count).toBe(known.references.length);
  });

  test("is for those who write on it alone", async () => {
    const { slug } = await world();
    const stranger = await person("Sam", { roles: ["PRACTITIONER"] });

    expect(await status(getDesk(stranger, "en", slug, { body: "" }))).toBe(404);
  });

  test("what the published text of the other language says otherwise, in words", async () => {
    const { zoe, slug } = await world();
    await summaryTranslation({ by: zoe, slug, fields: { own: { ...own, evidenceUpTo: ["2023"], findingKey: ["f1", "f3"] } } });

    const { parity } = await getDesk(zoe, "en", slug, { body: "", own });
    const html = draw(<ParityNotice parity={parity} findingKeys={["f1", "f2"]} />);
    expect(html).toContain("The published French version says something else");
    expect(html).toContain("Evidence up to: here May 2024, there 2023.");
    expect(html).toContain("Findings that are only here: 2.");
    expect(html).toContain("1 finding is only there.");
    expect(draw(<ParityNotice parity={null} findingKeys={[]} />)).toBe("");
  });
});

describe("/evidence/:slug/edit", () => {
  test("shows what was saved, row by row", async () => {
    const { zoe, slug } = await world();

    const html = await page(zoe, slug);
    expect(html).toContain("Adults in primary care");
    expect(html).toContain('value="2024-05"');
    expect(html).toMatch(/value="systematic-review"[^>]*checked|checked[^>]*value="systematic-review"/);
    expect(html).toContain("<legend>Finding 2</legend>");
    expect(html).not.toContain('name="sources"');
    expect(html).not.toContain('name="maturity"');
  });

  test("has the fields that a save, a draft and a preview take, no more and none too few", async () => {
    const { zoe, slug } = await world();
    const [drawn = ""] = /<form class="form"[\s\S]*?<\/form>/.exec(await page(zoe, slug)) ?? [];
    const names = new Set([...drawn.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? ""));

    for (const schema of [draftSchemaOf(summaryKind), revisionSchemaOf(summaryKind)]) {
      expect([...names].filter((name) => !(name in schema.shape))).toEqual([]);
      const needed = Object.entries(schema.shape).filter(([, shape]) => !shape.safeParse(undefined).success);
      expect(needed.map(([name]) => name).filter((name) => !names.has(name))).toEqual([]);
    }
  });

  test("saves rows as they are sent, without those that are empty", async () => {
    const { zoe, slug } = await world();
    const response = await action(
      submission(
        zoe,
        `/en/evidence/${slug}/edit`,
        { slug },
        sent({
          findingOutcome: ["Loneliness", "", "Sleep"],
          findingKey: ["f1", "f2", "f3"],
          findingBasis: ["Two trials", "", ""],
          findingEffect: ["Less", "", "Better"],
        }),
      ),
    );

    expect(response.status).toBe(302);
    const { fields } = await getForEdit(summaryKind, zoe, "en", slug);
    expect(fields.own).toMatchObject({
      findingKey: ["f1", "f3"],
      findingOutcome: ["Loneliness", "Sleep"],
      findingEffect: ["Less", "Better"],
    });
  });

  test("brings everything back that was typed where something is too long (422)", async () => {
    const { zoe, slug } = await world();
    const long = "x".repeat(limits.cell + 1);
    const rated = ratings({ Finding: "f1", Level: "LOW", By: "Somebody", Note: "Why" });
    const response = await action(
      submission(
        zoe,
        `/en/evidence/${slug}/edit`,
        { slug },
        sent({ ...rated, findingEffect: [long, "Unknown"], funding: ["Nobody paid"] }),
      ),
    );

    expect(response.status).toBe(422);
    const html = await page(zoe, slug, await response.json());
    for (const typed of [long, "Unknown", "Nobody paid", "Somebody", "Why", "Row 1: Shorten this to at most 1,200 characters."])
      expect(html).toContain(typed);
    expect(html).toContain('href="#field-findingEffect"');
    expect((await getForEdit(summaryKind, zoe, "en", slug)).fields.own?.funding).toEqual(["None"]);
  });

  test("keeps half-written rows as a draft by itself", async () => {
    const { zoe, slug } = await world();
    const rows = { findingKey: ["f1", "f3"], findingOutcome: ["Loneliness", "Sle"], findingEffect: ["", ""], evidenceUpTo: ["20"] };
    const response = await draftAction(submission(zoe, `/en/evidence/${slug}/draft`, { slug }, sent(rows)));

    expect(response.status).toBe(200);
    const { fields } = await getForEdit(summaryKind, zoe, "en", slug);
    expect(fields.own).toMatchObject({ findingKey: ["f1", "f3"], findingOutcome: ["Loneliness", "Sle"], evidenceUpTo: ["20"] });
    expect(await page(zoe, slug)).toContain("There is no such date.");
  });

  test("is previewed with its question, its findings and their certainty", async () => {
    const { zoe, slug } = await world();
    const rated = ratings({ Finding: "f1", Level: "LOW", By: "Kiely and others" });
    const response = await previewAction(
      submission(zoe, "/en/evidence/preview", {}, { ...sent(rated), of: slug, findingReferences: ["kiely2022", ""] }),
    );

    expect(response.status).toBe(200);
    const Route = createRemixStub([{ id: "page", path: "/en/evidence/preview", Component: PreviewPage }]);
    const html = drawRoute(Route, "/en/evidence/preview", { actionData: { page: await response.json() } });
    expect(html).toContain("Usual care");
    expect(html).toContain("Low certainty");
    expect(html).toContain("Not rated");
    expect(html).toContain('href="#source-1"');
  });
});

const sent = (changes: Own) => {
  const { own: fields = {}, title, summary, body } = summaryFields();
  return {
    title,
    summary,
    body,
    topics: ["food"],
    licence: "CC-BY-4.0",
    visibility: "PUBLIC",
    base: "2",
    sequence: "0",
    of: "",
    ...fields,
    ...changes,
  };
};

async function save(by: Actor, slug: string, fields: Own, base: number) {
  const written = { ...summaryFields(), own: fields, title: `What link workers change ${base}` };
  const revised = await revise(summaryKind, by, "en", slug, { base, sequence: 0, fields: written });
  if (revised.outcome !== "revised") throw new Error("not saved");
}

async function page(viewer: Actor, slug: string, actionData?: unknown): Promise<string> {
  const path = `/en/evidence/${slug}/edit`;
  const Route = createRemixStub([{ id: "page", path: "/en/evidence/:slug/edit", Component: EditPage }]);
  const data = await (await loader(visit(viewer, path, { slug }))).json();
  return drawRoute(Route, path, { loaderData: { page: data }, ...(actionData ? { actionData: { page: actionData } } : {}) });
}

async function world() {
  const zoe = await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization()] });
  const { slug } = await summary({ by: zoe });
  return { zoe, slug };
}
