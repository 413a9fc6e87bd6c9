import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { quickWords } from "./composer-words";

/** The script for members, on pages of the forums where they write or act: once a page, anywhere in it. It brings its words, and the places that keys lead to. */
export function ComposerScript() {
  const t = useTranslation();
  const language = useLanguage();
  const places = {
    h: pathTo(language, "home"),
    f: pathTo(language, "forums"),
    n: pathTo(language, "notifications"),
    d: pathTo(language, "forumDrafts"),
    b: pathTo(language, "bookmarks"),
    g: pathTo(language, "practices"),
    signIn: pathTo(language, "signIn"),
    source: pathTo(language, "postSource", { id: 0 }),
    // A quotation leads to its post in the language of that post.
    "post-en": pathTo("en", "postPlace", { id: 0 }),
    "post-fr": pathTo("fr", "postPlace", { id: 0 }),
  };

  return <script src="/build/composer.js" defer data-quick={JSON.stringify(quickWords(t))} data-places={JSON.stringify(places)} />;
}
