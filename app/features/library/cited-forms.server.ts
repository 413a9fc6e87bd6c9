import { type Styled, styleReferences, writeBibliography } from "~/features/evidence/bibliography.server";
import type { CslItem } from "~/features/evidence/csl";
import type { Language } from "~/i18n/languages";
import { plainText } from "~/platform/plain-text";

import type { CitationFormat } from "./citation";

const MOST_KEPT = 300;

export type CitedForms = { styled: Styled; files: Record<"bibtex" | "ris" | "csl", string> };

const kept = new Map<string, Promise<CitedForms>>();

/** An item in every style and format. The ones asked for last are kept: a version says the same until someone is renamed. */
export function formsOf(item: CslItem): Promise<CitedForms> {
  const key = JSON.stringify(item);
  const forms = kept.get(key) ?? write(item);
  kept.delete(key);
  kept.set(key, forms);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  forms.catch(() => kept.delete(key));
  return forms;
}

async function write(item: CslItem): Promise<CitedForms> {
  const [[styled], bibtex, ris, csl] = await Promise.all([
    styleReferences([item], ["apa", "vancouver"]),
    writeBibliography([item], "bibtex"),
    writeBibliography([item], "ris"),
    writeBibliography([item], "csl"),
  ]);
  if (!styled) throw new Error("An item was not styled.");
  return { styled, files: { bibtex, ris, csl } };
}

/** A citation in one format, as the text of a file. Styles write in the language of the page. */
export async function fileOf(item: CslItem, format: CitationFormat, language: Language): Promise<string> {
  const { styled, files } = await formsOf(item);
  return format === "apa" || format === "vancouver" ? `${plainText(styled[format][language])}\n` : files[format];
}
