import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

import type { ClientDataWarning as Warning, Doubt } from "../warning";

type Props = {
  warning: Warning;
  /** In which language the text is. */
  written: Language;
  /** Where the text is changed. */
  change: string;
  lead?: string;
  /** The form that is sent, where this does not stand in it. */
  form?: string;
  /** Whether the reader is brought here: not where the warning stood there before. */
  isNew?: boolean;
};

/**
 * What might let a client be known, each passage marked, with the two ways on: to change it, or to say that nobody can be recognized. Stands in
 * the form that sends the text, which goes on as it is once the box is ticked.
 */
export function ClientDataWarning({ warning, written, change, lead, form, isNew = true }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { doubts, count, mark, isChecked } = warning;

  return (
    <section className="client-data" tabIndex={-1} aria-labelledby="client-data-title" data-focus={isNew && !isChecked ? "" : undefined}>
      <Notice kind="warning">
        <h2 className="notice-title" id="client-data-title">
          {t("confidentiality.warning.title", { count })}
        </h2>
        <p>{lead ?? t("confidentiality.warning.lead")}</p>
        <ul className="client-data-list">
          {doubts.map((doubt) => (
            <Passage
              key={`${doubt.field} ${doubt.kind} ${doubt.passage}`}
              doubt={doubt}
              lang={written === language ? undefined : written}
            />
          ))}
        </ul>
        {count > doubts.length && <p>{t("confidentiality.warning.more", { count: count - doubts.length })}</p>}
        <p className="client-data-ways">
          <a href={change}>{t("confidentiality.warning.change")}</a>
          <a href={`${pathTo(language, "rules")}#rule-client-data`}>{t("confidentiality.warning.rule")}</a>
        </p>
        <p id="client-data-hint">{t("confidentiality.warning.goOn")}</p>
        <div className="choice">
          <input
            type="checkbox"
            form={form}
            id="client-data-checked"
            name="clientDataChecked"
            value={mark}
            defaultChecked={isChecked}
            aria-describedby="client-data-hint"
          />
          <label htmlFor="client-data-checked">{t("confidentiality.warning.checked")}</label>
        </div>
      </Notice>
    </section>
  );
}

function Passage({ doubt: { kind, field, before, passage, after, instead }, lang }: { doubt: Doubt; lang: Language | undefined }) {
  const t = useTranslation();

  return (
    <li>
      <p className="client-data-passage">
        {field === "title" && <span className="client-data-field">{t("confidentiality.warning.inTitle")}</span>}
        <span lang={lang}>
          {before}
          <mark>{passage}</mark>
          {after}
        </span>
      </p>
      <p>
        <strong lang={lang}>{passage}</strong> {t(`confidentiality.why.${kind}`)}.{" "}
        {t("confidentiality.warning.instead", { words: instead })}
      </p>
    </li>
  );
}
