import type { ParseKeys } from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

import { formatTime } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import { coded, type Fact, type Row } from "./archive";

/** Who reads an archive: in their language and time zone. */
export type Reader = { name: string; language: Language; timeZone: string; madeAt: Date };

const STYLE = `
:root { color-scheme: light dark }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif }
h1, h2 { line-height: 1.25 }
h2 { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid #8886 }
ol { padding-left: 1.5rem }
li { margin-bottom: 1rem }
dl { display: grid; grid-template-columns: minmax(8rem, 30%) 1fr; gap: .25rem 1rem; margin: 0 }
dt { color: #595959 }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line }
img { max-width: 12rem; height: auto }
.events dl { display: block }
.events dt { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
.events dd { display: inline }
.events dd:not(:last-child)::after { content: " · " }
.events li { margin-bottom: .25rem }
@media (prefers-color-scheme: dark) { dt { color: #b5b5b5 } }
@media (max-width: 30rem) { dl { display: block } dd { margin-bottom: .5rem } }
@media print { body { margin: 0; max-width: none } li, dl { break-inside: avoid } a::after { content: " (" attr(href) ")" } }`;

/** The beginning of the page: whose archive it is, of when, and what lies beside it. Nothing in it runs. */
export function pageHead({ name, language, timeZone, madeAt }: Reader): string {
  const t = translator(language);
  const title = t("leaving.archive.title", { name });
  const head = renderToStaticMarkup(
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:" />
      <title>{title}</title>
    </head>,
  );
  const intro = renderToStaticMarkup(
    <>
      <h1>{title}</h1>
      <p>{t("leaving.archive.made", { site: t("site.name"), time: formatTime(madeAt, language, timeZone) })}</p>
      <p>
        {t("leaving.archive.json")} <a href="data.json">data.json</a>
      </p>
    </>,
  );
  // React would escape the quotation marks of the styles, which browsers do not undo there.
  const styled = head.replace("</head>", `<style>${STYLE}</style></head>`);
  return `<!DOCTYPE html>\n<html lang="${language}">${styled}<body><main>${intro}`;
}

/** The end of the page: what was looked for, and there was nothing of. */
export function endOfPage({ language }: Reader, empty: string[]): string {
  const t = translator(language);
  const rest = empty.length > 0 && (
    <section>
      <h2>{t("leaving.archive.nothing")}</h2>
      <ul>
        {empty.map((name) => (
          <li key={name}>{labelOf(language, "sections", name)}</li>
        ))}
      </ul>
    </section>
  );
  return `${rest ? renderToStaticMarkup(rest) : ""}</main></body></html>\n`;
}

/** A heading and all the facts of one kind; nothing where there are none. */
export function sectionOf(reader: Reader, name: string, fact: Row | Row[]): string {
  if (isNothing(fact)) return "";
  if (Array.isArray(fact)) return listHead(reader, name) + fact.map((row) => rowOf(reader, row)).join("") + endOfList;
  return `\n<section>${headingOf(reader, name)}${renderToStaticMarkup(<Facts reader={reader} row={fact} />)}</section>\n`;
}

export const isNothing = (fact: Row | Row[]): boolean => Object.keys(fact).length === 0;

export const listHead = (reader: Reader, name: string): string =>
  `\n<section class="${/^\w+$/.exec(name)?.[0] ?? ""}">${headingOf(reader, name)}<ol>\n`;

export const endOfList = "</ol></section>\n";

export const rowOf = (reader: Reader, row: Row): string =>
  `${renderToStaticMarkup(
    <li>
      <Facts reader={reader} row={row} />
    </li>,
  )}\n`;

const headingOf = ({ language }: Reader, name: string) => renderToStaticMarkup(<h2>{labelOf(language, "sections", name)}</h2>);

/** What a row says, but for what is for programs alone. Long texts stand in files of their own, and what is empty is left out. */
function Facts({ reader, row }: { reader: Reader; row: Row }) {
  const shown = Object.entries(row).filter(
    ([name, fact]) => !["text", "event"].includes(name) && fact !== null && fact !== "" && !isEmpty(fact),
  );

  return (
    <dl>
      {shown.map(([name, fact]) => (
        <FactLine key={name} label={labelOf(reader.language, "facts", name)}>
          {name === "file" ? <FileOf name={String(fact)} /> : wordsOf(reader, name, fact)}
        </FactLine>
      ))}
    </dl>
  );
}

const FactLine = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

const FileOf = ({ name }: { name: string }) => <a href={name}>{name.startsWith("pictures/") ? <img src={name} alt={name} /> : name}</a>;

const isEmpty = (fact: Fact) => Array.isArray(fact) && fact.length === 0;

function wordsOf(reader: Reader, name: string, fact: Fact): string {
  const { language, timeZone } = reader;
  if (fact instanceof Date) return formatTime(fact, language, timeZone);
  if (typeof fact === "boolean") return translator(language)(fact ? "leaving.archive.yes" : "leaving.archive.no");
  if (Array.isArray(fact)) return fact.map((one) => wordsOf(reader, name, one)).join(", ");
  if (fact !== null && typeof fact === "object") return JSON.stringify(fact);

  return coded.includes(name) ? labelOf(language, "values", String(fact)) : String(fact);
}

/** The words for a name of the archive. A test sees to it that there are some for each. */
const labelOf = (language: Language, kind: "sections" | "facts" | "values", name: string): string =>
  translator(language)(`leaving.archive.${kind}.${name}` as ParseKeys) as string;
