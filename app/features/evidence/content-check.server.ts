import type { ReadFace, Shared } from "~/features/publishing/content-kind.server";
import { type Language, languages } from "~/i18n/languages";
import type { Faults, Read } from "~/platform/content-files.server";

import { unknownKeys } from "./citing";
import type { SummaryFile, SummaryFront } from "./content-shapes.server";
import { type CslItem, checkItem, type FaultName } from "./csl";
import { studyTypes } from "./limits";
import { lastDayOf } from "./up-to";

type Face = ReadFace<SummaryFront>;

type Faces = Partial<Record<Language, Face>>;

const wrong: Partial<Record<FaultName, string>> = {
  noTitle: "has no title",
  noYear: "has no year (issued)",
  badDate: "has a date that is none",
  notDoi: "has a DOI that is none, or is not bare and in lower case",
  notUrl: "has a URL that is no address on the web",
};

/** Tells what only summaries can have wrong. What people published in the portal they checked there. */
export function checkSummary(shared: Read<Shared & SummaryFile> | null, faces: Faces, file: string, faults: Faults) {
  const isChecked = languages.every((language) => faces[language]?.isPublished ?? true);
  if (shared && !isChecked) checkFile(shared, file, faults);
  for (const language of languages) {
    const face = faces[language];
    if (!face || face.isPublished) continue;
    checkStatements(face, faults);
    checkRatings(face, shared, faults);
    if (shared) checkKeys(face, shared.value, faults);
  }
  if (faces.en && faces.fr && !isChecked) compareFindings(faces.en, faces.fr, faults);
}

function checkFile({ value, lineOf }: Read<Shared & SummaryFile>, file: string, faults: Faults) {
  if (lastDayOf(value.evidenceUpTo) === null)
    faults.add(file, lineOf(["evidenceUpTo"]), `evidenceUpTo is no year, month or day such as "2022", "2022-03" or "2022-03-31"`);
  for (const [index, type] of value.studyTypes.entries())
    if (!(studyTypes as readonly string[]).includes(type))
      faults.add(file, lineOf(["studyTypes", index]), `${type} is not one of the study types: ${studyTypes.join(", ")}`);
  const keys = value.references.map(({ id }) => id);
  for (const [index, reference] of value.references.entries()) {
    const add = (field: string | null, what: string) =>
      faults.add(file, lineOf(["references", index, ...(field ? [field] : [])]), `the reference ${reference.id} ${what}`);
    if (keys.indexOf(reference.id) < index) add("id", "stands twice");
    for (const { field, message } of checkItem(reference as CslItem)) {
      const what = wrong[message.replace("references.fault.", "") as FaultName];
      if (what) add(field, what);
    }
  }
}

function checkStatements({ file, front }: Face, faults: Faults) {
  const { question, funding, conflicts } = front.value;
  const missing = (path: string[]) => faults.add(file, front.lineOf(path), `${path.join(".")} is missing`);
  for (const [name, said] of Object.entries(question)) if (said === "") missing(["question", name]);
  if (funding === "") missing(["funding"]);
  if (conflicts === "") missing(["conflicts"]);
}

/** A level is somebody's: without who rated it, with what, when, and where that stands, it is a guess. */
function checkRatings({ file, front }: Face, shared: Read<SummaryFile> | null, faults: Faults) {
  const { findings, ratings } = front.value;
  for (const [index, rating] of ratings.entries()) {
    const add = (field: string, what: string) => faults.add(file, front.lineOf(["ratings", index, field]), `ratings[${index + 1}] ${what}`);
    for (const field of ["tool", "by", "on", "reference"] as const)
      if (rating[field] === "") add(field, `states a level without ${lacks[field]} (${field})`);
    if (rating.on !== "" && lastDayOf(rating.on) === null) add("on", `has no year, month or day in on: ${rating.on}`);
    if (!findings.some(({ key }) => key === rating.finding)) add("finding", `rates ${rating.finding}, which is no finding`);
    if (shared && rating.reference !== "" && !shared.value.references.some(({ id }) => id === rating.reference))
      add("reference", `names ${rating.reference}, which is no reference`);
  }
}

const lacks = { tool: "with what it was rated", by: "who rated it", on: "when", reference: "where that stands" } as const;

/** Everything that is cited is there. */
function checkKeys({ file, bodyLine, front, text }: Face, { references }: SummaryFile, faults: Faults) {
  const keys = references.map(({ id }) => id);
  for (const [index, line] of text.body.split("\n").entries())
    if (line.includes("[@"))
      for (const key of unknownKeys({ body: line }, keys)) faults.add(file, bodyLine + index, `${key} is cited, but is no reference`);
  for (const [index, finding] of front.value.findings.entries())
    for (const key of finding.references)
      if (!keys.includes(key)) faults.add(file, front.lineOf(["findings", index, "references"]), `${key} is cited, but is no reference`);
}

function compareFindings(en: Face, fr: Face, faults: Faults) {
  const keysOf = ({ front }: Face) => front.value.findings.map(({ key }) => key);
  for (const { file, front } of [en, fr])
    for (const [index, { key }] of front.value.findings.entries())
      if (front.value.findings.findIndex((one) => one.key === key) < index)
        faults.add(file, front.lineOf(["findings", index, "key"]), `the finding ${key} stands twice`);
  if (keysOf(en).join() !== keysOf(fr).join())
    faults.add(
      fr.file,
      fr.front.lineOf(["findings"]),
      `the findings are not those of the other language: ${keysOf(fr).join(", ") || "none"} instead of ${keysOf(en).join(", ") || "none"}`,
    );
}
