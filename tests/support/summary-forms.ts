import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { get, guideText, type Person, post } from "./people";

type Rows = Record<string, string | string[]>;

/** What the form of a summary with two findings, one of them rated, is sent with. */
const rows: Rows = {
  picoPopulation: "Adults in primary care",
  picoIntervention: "A link worker",
  evidenceUpTo: "2024-05",
  studyTypes: "systematic-review",
  funding: "None",
  conflicts: "None declared",
  findingKey: ["f1", "f2"],
  findingOutcome: ["Loneliness", "Cost"],
  findingEffect: ["Somewhat less", "Not known"],
  findingBasis: ["Two trials", ""],
  findingReferences: ["", ""],
  ratingFinding: "f1",
  ratingLevel: "LOW",
  ratingTool: "GRADE",
  ratingBy: "Somebody",
  ratingOn: "2024",
};

/** A summary of this author, begun and saved through the portal's own forms. Gives its address word. */
export async function summaryBegun(author: Person, language: Language, title: string, changes: Rows = {}): Promise<string> {
  const start = pathTo(language, "summaryNew");
  const organization = /<option value="([0-9a-f-]{36})"/.exec(await (await get(start, author)).text())?.[1] ?? "";
  const begun = await post(start, { id: randomUUID(), title, organization }, author);
  const slug = /\/(?:evidence|donnees-probantes)\/([^/]+)\//.exec(begun.headers.get("Location") ?? "")?.[1];
  if (!slug) throw new Error(`${start} answered ${begun.status} and led to no summary`);

  const { summary, body, topics } = guideText(language, title);
  const text = { title, summary, body: body.replace("[1](#source-1)", ""), topics, base: "1", sequence: "0" };
  const saved = await post(pathTo(language, "summaryEdit", { slug }), { ...text, ...rows, ...changes }, author);
  if (saved.status !== 302) throw new Error(`a summary was answered ${saved.status}: ${(await saved.text()).slice(0, 500)}`);
  return slug;
}
