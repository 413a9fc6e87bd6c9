import { expect, test } from "vitest";

import { claimsPart } from "~/features/claims/archive.server";
import { clearNotices } from "~/features/claims/review.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { db } from "~/platform/db.server";
import { guideOn, publishedSummary } from "#tests/support/claims";
import { faceAt, organization, person } from "#tests/support/world";

test("the archive of a person holds what they put on record and the lists that they brought, and nothing of others", async () => {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const made = await publishedSummary(await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] }));
  const { id, slug } = await guideOn(author, made.version);
  const notice = {
    contributionId: id,
    section: "steps",
    summaryId: made.id,
    cause: "WITHDRAWN" as const,
    causeId: made.id,
    dueOn: new Date(),
  };
  const { id: noticeId } = await db.evidenceNotice.create({ data: notice });
  await clearNotices(practiceKind, author, "en", (await faceAt(slug)).slug, {
    notice: [noticeId],
    outcome: "STANDS",
    note: "It still holds.",
  });
  const other = await person("Ada", { roles: ["ADMINISTRATOR"] });
  await db.retractionList.create({ data: { id: noticeId, accountId: other.id, name: "list.csv", total: 3, added: 2 } });

  const part = (actor: typeof author) => claimsPart({ ...actor, email: "" });
  expect((await part(author)).facts).toMatchObject({
    evidenceReviews: [{ title: "Start a walking group", value: "steps", decision: "STANDS", note: "It still holds." }],
    retractionLists: [],
  });
  expect((await part(other)).facts).toMatchObject({ evidenceReviews: [], retractionLists: [{ name: "list.csv", total: 3 }] });
});
