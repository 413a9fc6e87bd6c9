import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import type { BookFormat } from "./book";

type Which = { slug: string; number: number; format: BookFormat };

/** Where a version of a guide is taken along, in its language or with the other one in the same file. */
export const bookAddress = (language: Language, which: Which, both: boolean): string =>
  pathTo(language, "practiceFile", { ...which, ...(both ? { both: 1 } : {}) });
