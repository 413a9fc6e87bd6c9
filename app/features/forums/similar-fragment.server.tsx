import { renderToStaticMarkup } from "react-dom/server";

import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import { type Similar, SimilarList } from "./components/similar-list";

/** Similar threads and guides as a piece of a page; nothing where there are none. */
export const similarFragment = (similar: Similar, language: Language): string =>
  renderToStaticMarkup(<SimilarList {...similar} t={translator(language)} />);
