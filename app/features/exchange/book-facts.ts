import type { ShownClaim } from "~/features/claims/shown";
import type { Citation } from "~/features/library/citation";
import type { Lineage, Step } from "~/features/lineage/line.server";
import { isLicence, licenceAddress } from "~/features/publishing/licence-address";
import { formatDate, formatList } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import type { BookEvidence, BookFace, BookFact, BookWords, Run } from "./book";

/** What stands beside a text in every copy: whose it is, which version, where it comes from, on what terms, and where it is read. */
export function factsOf(citation: Citation, line: Lineage["line"], copy: string): Pick<BookFace, "facts" | "lineage" | "licence"> {
  const { organization, authors, version } = citation;
  const { language } = version;
  const t = translator(language);
  const names = authors.map(({ name }) => name);
  const licence = licenceOf(citation.licence, language);
  const lineage = lineRuns(line, language, citation.portal.address);
  const facts: (BookFact | false)[] = [
    organization !== null && {
      name: t("exporting.file.organization"),
      said: [{ text: organization.name, href: organization.address }],
    },
    names.length > 0 && {
      name: t("evidence.show.authors", { count: names.length }),
      said: [{ text: formatList(names, language) }],
    },
    {
      name: t("exporting.file.versionName"),
      said: [{ text: t("exporting.file.version", { number: version.number, date: formatDate(version.publishedOn, language) }) }],
    },
    lineage.length > 0 && { name: t("exporting.file.adapted"), said: lineage },
    {
      name: t("publishing.field.licence"),
      said: [
        licence.address === "" ? { text: licence.name } : { text: licence.name, href: licence.address },
        ...(licence.address === "" ? [] : [{ text: " (" }, { text: licence.address, href: licence.address }, { text: ")" }]),
      ],
    },
    { name: t("exporting.file.address"), said: [{ text: version.address, href: version.address }] },
    { name: t("exporting.file.check"), said: [{ text: copy, href: copy }] },
  ];
  return { licence, lineage, facts: facts.filter((fact) => fact !== false) };
}

/** What the sections of a text rest on, each with its summary and how far that supports it. */
export function evidenceOf(claims: ShownClaim[], language: Language, portal: string): BookEvidence[] {
  const sections = [...new Set(claims.map(({ section }) => section))];
  return sections.map((section) => ({
    section,
    lines: claims.filter((claim) => claim.section === section).map((claim) => claimRuns(claim, language, portal)),
  }));
}

/** The words around a text, in its language. */
export function wordsOf({ kind, version, portal }: Citation, copy: string): BookWords {
  const t = translator(version.language);
  return {
    genre: `${t(`citing.genre.${kind}`)} · ${portal.name}`,
    about: t("exporting.file.about"),
    evidence: t("claims.show.title"),
    sources: t("practices.guide.sources"),
    notes: t("exporting.file.notes"),
    contents: t("practices.guide.contents"),
    page: t("exporting.file.page", { page: "{page}", pages: "{pages}" }),
    check: t("exporting.file.checkHint"),
    code: t("exporting.file.code", { address: copy }),
    version: t("exporting.file.version", { number: version.number, date: formatDate(version.publishedOn, version.language) }),
  };
}

function licenceOf(licence: string, language: Language): { name: string; address: string } {
  if (!isLicence(licence)) return { name: licence, address: "" };
  return { name: translator(language)(`publishing.licenceName.${licence}`), address: licenceAddress(licence, language) };
}

function lineRuns(line: (Step | null)[], language: Language, portal: string): Run[] {
  const t = translator(language);
  return line.flatMap((step, index): Run[] => {
    const lead = index === 0 ? [] : [{ text: `${t("lineage.line.inTurn")} ` }];
    if (!step) return [...lead, { text: t("lineage.line.unseen") }];
    const { title, slug, version, organization, isGone } = step;
    const after = [
      version === null ? "" : t("lineage.line.version", { number: version }),
      organization ? t("lineage.line.by", { organization: organization.name }) : "",
      isGone ? ` ${t("lineage.line.gone")}` : "",
    ].join("");
    const href = new URL(pathTo(step.language, "practice", { slug }), portal).href;
    const named: Run = { text: title, href, ...(step.language === language ? {} : { lang: step.language }) };
    return [...lead, named, ...(after === "" ? [] : [{ text: after }])];
  });
}

function claimRuns({ stance, summary, note }: ShownClaim, language: Language, portal: string): Run[] {
  const t = translator(language);
  const runs: Run[] = [
    { text: summary || note ? `${t("exporting.file.says", { stance: t(`claims.stance.${stance}`) })} ` : t(`claims.stance.${stance}`) },
  ];
  if (summary) {
    const { title, slug, number } = summary;
    const href = new URL(pathTo(summary.language, "summaryVersion", { slug, number }), portal).href;
    runs.push({ text: title, href, ...(summary.language === language ? {} : { lang: summary.language }) });
    runs.push({ text: ` ${t("exporting.file.restsOn", { number })}${note ? ". " : ""}` });
  }
  if (note) runs.push({ text: note });
  return runs;
}
