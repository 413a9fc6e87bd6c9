import { describe, expect, test } from "vitest";

import { referencesOf } from "~/features/evidence/drawing.server";
import { evidenceOf } from "~/features/evidence/evidence";
import type { Details } from "~/features/publishing/fields";
import { restoreRevision, revise } from "~/features/publishing/revision.server";
import { db } from "~/platform/db.server";
import { faceAt, organization, person } from "#tests/support/world";

import { citingKind, reference, summary, summaryFields } from "#tests/support/references";

const researcher = async () => person("Rae", { roles: ["RESEARCHER"], organizations: [await organization()] });

const body = (words: string) => `## Key messages {#key-messages}\n\n${words}\n\n${"A walk a week keeps people in touch. ".repeat(20)}`;

const latest = async (slug: string) => {
  const revision = (await faceAt(slug)).revisions.at(-1);
  if (!revision) throw new Error("no revision");
  return { ...revision, cited: evidenceOf((revision.details as Details).own).references };
};

describe("Drawing a summary", () => {
  test("numbers what is cited first, then the rest in the order of its style, and links to the list", async () => {
    const { slug } = await summary({
      by: await researcher(),
      references: [["zeta"], ["alpha", { title: "Alpha" }], ["beta", { author: [{ family: "Abel" }] }], ["mid"]],
      fields: { body: body("It helps [@mid; @zeta, p. 4]. See [@nobody] and `[@zeta]`.") },
    });
    const revision = await latest(slug);
    expect(revision.cited.map(({ key }) => key)).toEqual(["mid", "zeta", "beta", "alpha"]);
    expect(revision.html).toContain(
      '<a class="citation" role="doc-noteref" href="#source-1">[1]</a>, <a class="citation" role="doc-noteref" href="#source-2">[2]</a>, p. 4',
    );
    expect(revision.html).toContain("[@nobody]");
    expect(revision.html).toContain("<code>[@zeta]</code>");
    expect(revision.sourcesHtml).toMatch(/^<ol class="sources">\n<li id="source-1">Bickerdike\./);
    expect(revision.sourcesHtml).toContain('<li id="source-3">Abel.');
  });

  test("lists the first hundred; what is cited behind them leads to the page of the bibliography", async () => {
    const keys = Array.from({ length: 130 }, (_, index) => `k${index}`);
    const { slug } = await summary({
      by: await researcher(),
      references: keys.map((key) => [key]),
      fields: { body: body(keys.map((key) => `[@${key}]`).join(" ")) },
    });
    const revision = await latest(slug);
    expect(revision.sourcesHtml.match(/<li /g)).toHaveLength(100);
    expect(revision.html).toContain(`<a href="/en/evidence/${slug}/bibliography?page=2#source-130">[130]</a>`);
    expect(revision.cited).toHaveLength(130);
  });

  test("leaves a text alone that has neither references nor anything new to say", async () => {
    const rae = await researcher();
    const { slug } = await summary({ by: rae });
    expect((await latest(slug)).sourcesHtml).toBe("");
    expect(await revise(citingKind, rae, "en", slug, { base: 2, sequence: 0, fields: summaryFields() })).toMatchObject({ number: 2 });
  });

  test("keeps what an earlier revision cites, and brings it back with it", async () => {
    const rae = await researcher();
    const fields = { body: body("It helps [@one].") };
    const { id, slug, references } = await summary({ by: rae, references: [["one"]], fields });
    await db.reference.updateMany({ where: { contributionId: id }, data: { removedAt: new Date() } });
    const corrected = await reference(id, "one", { title: "Corrected" });
    await revise(citingKind, rae, "en", slug, { base: 2, sequence: 0, fields: summaryFields(fields) });
    expect((await latest(slug)).cited).toEqual([{ key: "one", id: corrected.id }]);

    await restoreRevision(citingKind, rae, "en", slug, 2);
    expect((await latest(slug)).cited).toEqual([{ key: "one", id: references[0]?.id }]);
    const inUse = await db.reference.findMany({ where: { contributionId: id, removedAt: null } });
    expect(inUse.map((row) => row.id)).toEqual([references[0]?.id]);
    expect((await referencesOf([corrected.id, references[0]?.id ?? ""])).map(({ csl }) => csl.title)).toEqual([
      "Corrected",
      "Social prescribing: less rhetoric and more reality",
    ]);
  });
});
