import { useLocation } from "@remix-run/react";

import { type Language, languageOf } from "./languages";
import { type Translate, translator } from "./translate";

/** The language of the page: that of its address. */
export const useLanguage = (): Language => languageOf(useLocation().pathname) ?? "en";

/** The words of the page's language. */
export const useTranslation = (): Translate => translator(useLanguage());
