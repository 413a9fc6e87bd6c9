import { describe, expect, test } from "vitest";

import { ClaimRows } from "~/features/claims/components/claim-rows";
import { type ClaimsDesk, getClaimsDesk } from "~/features/claims/desk.server";
import { limits } from "~/features/claims/limits";
import { missingInClaims } from "~/features/claims/missing";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { formAgain } from "~/features/publishing/saving.server";
import { draftSchemaOf } from "~/features/publishing/schema.server";
import { db } from "~/platform/db.server";
import { claimRows, guideOn, publishAgain, publishedSummary, publishGuideAgain } from "#tests/support/claims";
import { formOf } from "#tests/support/form-of";
import { submitPractice, reviewPractice } from "#tests/support/practices";
import { status } from "#tests/support/refusals";
import { summaryTranslation } from "#tests/support/summaries";
import { faceAt, guide, guideFields, openReview, organization, person } from "#tests/support/world";

import { draw } from "../ui/draw";

const V1 = "11111111-1111-4111-8111-111111111111";
const V2 = "22222222-2222-4222-8222-222222222222";

const { body } = guideFields();

async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  return { riverside, author, researcher };
}

describe("what claims lack", () => {
  const missing = (...rows: Parameters<typeof claimRows>) => missingInClaims({ body, own: claimRows(...rows) });

  test("nothing, where a guide has none or each says a section, a stance and a version", () => {
    expect(missingInClaims({ body, own: {} })).toEqual({});
    expect(
      missing(
        { Section: "purpose", Stance: "SUPPORTS", Version: V1 },
        { Section: "purpose", Stance: "MIXED", Version: V2 },
        { Section: "steps", Stance: "NONE", Note: "Ours" },
      ),
    ).toEqual({});
  });

  test("a version for every stance but none, and no version for none", () => {
    expect(missing({ Section: "purpose", Stance: "CONTRADICTS" })).toEqual({
      claimVersion: ["publishing.error.row:1 claims.error.versionMissing"],
    });
    expect(missing({ Section: "purpose", Stance: "NONE", Version: V1 })).toEqual({
      claimVersion: ["publishing.error.row:1 claims.error.versionOfNone"],
    });
  });

  test("a section that is in the text, a stance, and nothing twice", () => {
    expect(missing({ Section: "gone", Stance: "NONE" }, { Stance: "NONE" }, { Section: "steps", Version: V1 })).toEqual({
      claimSection: ["publishing.error.row:1 claims.error.sectionGone", "publishing.error.row:2 claims.error.sectionMissing"],
      claimStance: ["publishing.error.row:3 claims.error.stanceMissing"],
    });
    expect(missing({ Section: "steps", Stance: "SUPPORTS", Version: V1 }, { Section: "steps", Stance: "MIXED", Version: V1 })).toEqual({
      claimSection: ["publishing.error.row:2 claims.error.twice"],
    });
    expect(missing({ Key: "c1", Section: "steps", Stance: "NONE" }, { Key: "c1", Section: "purpose", Stance: "NONE" })).toEqual({
      claimSection: ["publishing.error.row:2 claims.error.keyTwice"],
    });
  });
});

test("a draft may hold half a row, but no unknown stance and no note that is too long; each fault names its row", () => {
  const sent = (own: Record<string, string[]>) => ({ ...formOf(guideFields()), base: "1", sequence: "0", of: "", ...own });
  const schema = draftSchemaOf(practiceKind);
  expect(schema.safeParse(sent(claimRows({ Section: "steps" }, {}))).success).toBe(true);

  const wrong = sent(claimRows({ Section: "steps", Stance: "PERHAPS" }, { Section: "steps", Note: "x".repeat(limits.note + 1) }));
  expect(schema.safeParse(wrong).success).toBe(false);
  expect(formAgain(practiceKind, {}, wrong).errors).toEqual({
    claimStance: ["publishing.error.row:1 publishing.error.unknownChoice"],
    claimNote: [`publishing.error.row:2 claims.error.noteTooLong:${limits.note}`],
  });
});

describe("the rows in the form", () => {
  const desk: ClaimsDesk = {
    offered: [
      { id: V1, title: "Walking", language: "en", number: 2, isCurrent: true, isRetired: false },
      { id: V2, title: "Walking", language: "en", number: 1, isCurrent: false, isRetired: false },
    ],
  };
  const form = (own: Record<string, string[]>, errors = {}) =>
    draw(<ClaimRows fields={{ body, own }} errors={errors} isAwake={false} desk={desk} />, "/en/practices/a/edit");

  test("offer the headings of the text and the versions, and keep what is chosen and gone", () => {
    const html = form(
      claimRows(
        { Section: "purpose", Stance: "SUPPORTS", Version: V2 },
        { Section: "was-here", Version: "33333333-3333-4333-8333-333333333333" },
      ),
    );
    expect(html.match(/name="claimSection"/g)).toHaveLength(4);
    expect(html).toMatch(/<option value="purpose" selected="">Purpose<\/option>/);
    expect(html).toContain("Walking (version 2, English)");
    expect(html).toMatch(new RegExp(`<option value="${V2}" selected="">Walking \\(version 1, English\\) \\(there is a newer version\\)`));
    expect(html).toMatch(/<option value="was-here" selected="">“was-here” \(no longer in the text\)/);
    expect(html).toContain("A version that you cannot see");
  });

  test("say which row is at fault, and have a label for each field", () => {
    const html = form(claimRows({ Section: "purpose" }), { claimVersion: ["publishing.error.row:1 claims.error.versionMissing"] });
    expect(html).toContain("Choose the summary that says so");
    const fields = [...html.matchAll(/<(?:input|textarea|select)(?! type="hidden")[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((id) => !html.includes(`for="${id}"`))).toEqual([]);
  });
});

describe("the desk of claims", () => {
  test("offers what the writer sees, in the language of the face where there is one, and keeps an earlier version", async () => {
    const { author, researcher } = await world();
    const walking = await publishedSummary(researcher, { fields: { title: "Walking and loneliness" } });
    const second = await publishAgain(researcher, walking.slug, {
      title: "Walking and loneliness",
      summary: "A newer bottom line, which says a little more.",
    });
    await publishedSummary(researcher, { fields: { title: "For the organization alone", visibility: "ORGANIZATION" } });
    const elsewhere = await person("Sam", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

    const ours = await getClaimsDesk(author, "en", claimRows({ Version: walking.version }));
    expect(ours.offered.map(({ id, number, isCurrent }) => [id, number, isCurrent])).toEqual(
      expect.arrayContaining([
        [second, 2, true],
        [walking.version, 1, false],
      ]),
    );
    expect(ours.offered).toHaveLength(3);
    expect((await getClaimsDesk(elsewhere, "en")).offered.map(({ title }) => title)).toEqual(["Walking and loneliness"]);

    await summaryTranslation({ by: researcher, slug: walking.slug, fields: { title: "La marche et la solitude" } });
    expect((await getClaimsDesk(elsewhere, "fr")).offered.map(({ title, language }) => [title, language])).toEqual([
      ["La marche et la solitude", "fr"],
    ]);
  });

  test("tells no title of a version that someone typed and may not see", async () => {
    const { researcher } = await world();
    const hidden = await publishedSummary(researcher, { fields: { title: "For the organization alone", visibility: "ORGANIZATION" } });
    const elsewhere = await person("Sam", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

    expect(await getClaimsDesk(elsewhere, "en", claimRows({ Version: hidden.version }))).toEqual({ offered: [] });
  });
});

describe("a guide that is submitted", () => {
  const submitted = async (
    fields: Parameters<typeof publishedSummary>[1],
    change: (made: Awaited<ReturnType<typeof publishedSummary>>) => Promise<unknown> = async () => {},
  ) => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher, fields);
    await change(made);
    const { slug } = await guide({
      by: author,
      fields: { own: claimRows({ Section: "purpose", Stance: "SUPPORTS", Version: made.version }) },
    });
    return submitPractice(author, "en", slug);
  };
  const refused = (reason: string) => ({ claimVersion: [`publishing.error.row:1 ${reason}`] });
  const hide = ({ id }: { id: string }) => db.contribution.update({ where: { id }, data: { hiddenAt: new Date() } });

  test("goes to review with a summary that its readers may read", async () => {
    expect(await submitted({})).toBeNull();
  });

  test("is refused, and nothing happens, where a summary is withdrawn, hidden or not for its readers", async () => {
    const editor = await person("Eve", { roles: ["EDITOR"] });
    const retire = (made: { slug: string }) =>
      retireContribution(summaryKind, editor, "en", made.slug, { reason: "It is out of date.", successor: "" });
    expect(await submitted({}, retire)).toEqual(refused("claims.error.withdrawn"));
    expect(await db.review.count({ where: { decision: null } })).toBe(0);
  });

  test("is refused with a hidden summary", async () => {
    expect(await submitted({}, hide)).toEqual(refused("claims.error.noSuchVersion"));
  });

  test("is refused with a summary that fewer people may read", async () => {
    expect(await submitted({ fields: { visibility: "MEMBERS" } })).toEqual(refused("claims.error.notForReaders"));
  });

  test("is not published once its summary was withdrawn while it waited", async () => {
    const { author, researcher } = await world();
    const editor = await person("Eve", { roles: ["EDITOR"] });
    const made = await publishedSummary(researcher);
    const { slug } = await guide({
      by: author,
      state: "IN_REVIEW",
      fields: { own: claimRows({ Section: "purpose", Stance: "MIXED", Version: made.version }) },
    });
    await retireContribution(summaryKind, editor, "en", made.slug, { reason: "It is out of date.", successor: "" });
    const review = (await openReview(slug)).id;

    expect(await status(reviewPractice(editor, "en", slug, { review, decision: "APPROVED", comment: "" }))).toBe(409);
    expect((await faceAt(slug)).state).toBe("IN_REVIEW");
    await reviewPractice(editor, "en", slug, { review, decision: "CHANGES_REQUESTED", comment: "The summary is gone." });
  });

  test("names the same summary once in a section, whichever the version", async () => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher);
    const second = await publishAgain(researcher, made.slug, { summary: "A newer bottom line, which says a little more." });
    const { slug } = await guide({
      by: author,
      fields: {
        own: claimRows(
          { Section: "purpose", Stance: "MIXED", Version: made.version },
          { Section: "purpose", Stance: "SUPPORTS", Version: second },
        ),
      },
    });
    expect(await submitPractice(author, "en", slug)).toEqual({ claimVersion: ["publishing.error.row:2 claims.error.twice"] });
  });
});

describe("what is kept of claims", () => {
  test("of the latest revision until one is published, then of what is published", async () => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher);
    const { id, slug } = await guideOn(author, made.version, { section: "steps" });
    const stored = () => db.claim.findMany({ where: { contributionId: id }, orderBy: { position: "asc" } });
    expect(await stored()).toMatchObject([
      { section: "steps", stance: "SUPPORTS", summaryId: made.id, versionId: made.version, key: "c1" },
    ]);

    await publishGuideAgain(author, slug, { own: claimRows({ Section: "purpose", Stance: "NONE", Note: "Ours" }) });
    expect(await stored()).toMatchObject([{ section: "purpose", stance: "NONE", summaryId: null, versionId: null, note: "Ours" }]);
  });

  test("nothing that points nowhere or to a guide", async () => {
    const { author } = await world();
    const other = await guide({ by: author, state: "PUBLISHED" });
    const version = (await db.version.findFirstOrThrow({ where: { face: { contributionId: other.id } } })).id;
    const { id } = await guide({
      by: author,
      fields: {
        title: "Another guide of ours",
        own: claimRows(
          { Section: "steps", Stance: "MIXED", Version: version },
          { Section: "steps", Stance: "MIXED", Version: V1 },
          { Section: "purpose" },
        ),
      },
    });
    expect(await db.claim.count({ where: { contributionId: id } })).toBe(0);
  });
});
