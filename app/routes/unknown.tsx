import type { MetaFunction } from "@remix-run/node";

import { languages } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { notFound } from "~/platform/errors";
import { pathTo } from "~/platform/paths";
import { Mark } from "~/ui/quilt";

export function loader() {
  throw notFound();
}

export const action = loader;

export const meta: MetaFunction = () => [
  { title: languages.map((language) => translator(language)("site.error.notFound.title")).join(" — ") },
  { name: "robots", content: "noindex" },
];

export default function UnknownPage() {
  return null;
}

/** An address that belongs to neither language is answered in both. */
export function ErrorBoundary() {
  return (
    <main className="site-main frame bilingual" id="main">
      <Mark />
      <div className="columns">
        {languages.map((language, index) => {
          const t = translator(language);
          const Heading = index === 0 ? "h1" : "h2";
          return (
            <section className="stack" lang={language} key={language}>
              <p className="error-code">{t("site.name")}</p>
              <Heading className="bilingual-title">{t("site.error.notFound.title")}</Heading>
              <p className="cluster">
                <a href={pathTo(language, "home")} hrefLang={language}>
                  {t("site.error.back")}
                </a>
                <a href={pathTo(language, "practices")} hrefLang={language}>
                  {t("site.pages.guides")}
                </a>
              </p>
            </section>
          );
        })}
      </div>
    </main>
  );
}
