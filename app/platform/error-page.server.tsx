import { renderToStaticMarkup } from "react-dom/server";

import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import styles from "~/styles/portal.css";

import { errorKind } from "./error-kind";
import { pathTo } from "./paths";

/** A page for what is refused before Remix is asked, or when it failed: in the reader's language, with the look of the portal but without its frame. */
export function plainErrorPage(status: number, language: Language, requestId: string): string {
  const t = translator(language);
  const kind = errorKind(status);

  return `<!DOCTYPE html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <title>{`${t(`site.error.${kind}.title`)} — ${t("site.name")}`}</title>
        <script src="/theme.js" />
      </head>
      <body>
        <main className="site-main frame error-page">
          <p className="footer-name">{t("site.name")}</p>
          <p className="error-code">{t("site.error.status", { status })}</p>
          <h1>{t(`site.error.${kind}.title`)}</h1>
          <p>{t(`site.error.${kind}.text`)}</p>
          <p>
            <a href={pathTo(language, "home")}>{t("site.error.back")}</a>
          </p>
          <p>
            <small>{t("site.error.reference", { id: requestId })}</small>
          </p>
        </main>
      </body>
    </html>,
  )}`;
}
