import type { Hint } from "~/features/terminology/hints";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

/** How the terms of the text beside it are said in the language of the page, which is that of the translation. */
export function TermHints({ hints }: { hints: Hint[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (hints.length === 0) return null;

  return (
    <section className="term-hints" aria-labelledby="term-hints">
      <h2 className="term-hints-title" id="term-hints">
        {t("terminology.hints.title")}
      </h2>
      <dl>
        {hints.map(({ id, term, word, others, note }) => (
          <div key={id}>
            <dt lang={otherLanguage(language)}>{term}</dt>
            <dd>
              <strong>{word}</strong>
              {others.length > 0 && (
                <span>
                  {" "}
                  ({t("terminology.hints.others")} {others.join(", ")})
                </span>
              )}
              {note && <span className="term-hint-note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={pathTo(language, "terminology")}>{t("terminology.hints.all")}</a>
      </p>
    </section>
  );
}
