import type { SerializeFrom } from "@remix-run/node";

import type { ParityPage } from "~/features/publishing/parity-page.server";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

import { Words } from "./diff";

type Page = SerializeFrom<ParityPage>;

/** What is behind, part by part, with the difference to translate; and the way to say that nothing has to be. */
export function ParityList({ page: { slug, parts } }: { page: Page }) {
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();

  return (
    <form className="form" method="post" action={pathTo(language, `${kind}ParityDeclaration`, { slug })} noValidate>
      <input type="hidden" name="base" value={parts[0]?.base ?? 0} />
      {parts.map((part, index) => (
        <Part key={part.key} part={part} index={index} />
      ))}
      <p className="field-hint">{t("parity.page.declareHint")}</p>
      <div>
        <Button variant="secondary">{t("parity.page.declare")}</Button>
      </div>
    </form>
  );
}

function Part({ part: { key, heading, is, changes, own }, index }: { part: Page["parts"][number]; index: number }) {
  const t = useTranslation();
  const language = useLanguage();
  const name = key.startsWith(":")
    ? t(`parity.parts.${key.slice(1) as "title" | "summary" | "sources" | "order"}`)
    : heading || t("lineage.edit.beginning");

  return (
    <section className="form-section" aria-labelledby={`part-${index}`}>
      <h2 className="form-section-title" id={`part-${index}`}>
        {name}
      </h2>
      <p>{t(`parity.lags.${is}`)}</p>
      {is !== "MOVED" && (
        <div lang={otherLanguage(language)}>
          <Words pieces={changes} />
        </div>
      )}
      {own !== "" && (
        <details className="disclosure">
          <summary>{t("parity.page.own")}</summary>
          <div className="diff">{own}</div>
        </details>
      )}
      <div className="choice">
        <input type="checkbox" id={`sections-${index}`} name="sections" value={key} />
        <label htmlFor={`sections-${index}`}>
          {t("parity.page.needsNothing")}
          <span className="visually-hidden"> {name}</span>
        </label>
      </div>
    </section>
  );
}
