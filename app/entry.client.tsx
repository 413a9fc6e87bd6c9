import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

import { languageOf } from "~/i18n/languages";
import { addLanguage } from "~/i18n/translate";

/** Wakes a page up, in its own language only. */
async function hydrate() {
  const language = languageOf(location.pathname) ?? "en";
  addLanguage(language, language === "fr" ? (await import("~/i18n/fr")).fr : (await import("~/i18n/en")).en);
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />);
  });
}

void hydrate();
