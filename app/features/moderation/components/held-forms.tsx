import type { HeldForCase } from "~/features/forums/held-list.server";
import { limits } from "~/features/moderation/limits";
import { rules } from "~/features/moderation/rules";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Select, TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Prose } from "~/ui/prose";

/** Words that wait, as they would look, and why they do: which words, which sites. */
export function HeldWords({ held }: { held: HeldForCase }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = held.language === language ? undefined : held.language;

  return (
    <section className="stack" aria-labelledby="held">
      <h2 id="held">{t("holds.case.title")}</h2>
      <p>{t("holds.case.about")}</p>
      <WhyHeld held={held} />
      <article className="card">
        {held.title && (
          <p className="card-title" lang={lang}>
            {held.title}
          </p>
        )}
        {held.html === null ? (
          <>
            <Notice>{t("holds.case.plain")}</Notice>
            <blockquote className="case-words" lang={lang}>
              {held.text}
            </blockquote>
          </>
        ) : (
          <Prose html={held.html} lang={lang} />
        )}
        {held.poll && (
          <div lang={lang}>
            <p lang={language}>{t("holds.case.poll")}</p>
            <p>
              <strong>{held.poll.question}</strong>
            </p>
            <ul>
              {held.poll.options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ul>
          </div>
        )}
      </article>
    </section>
  );
}

function WhyHeld({ held: { reasons, watched, hosts } }: { held: HeldForCase }) {
  const t = useTranslation();
  const named = [
    { words: t("holds.case.watched"), list: watched },
    { words: t("holds.case.hosts"), list: hosts },
  ].filter(({ list }) => list.length > 0);

  return (
    <Notice kind="warning" title={t("holds.case.why")}>
      <ul className="plain-points">
        {reasons.map((reason) => (
          <li key={reason}>{t(`holds.case.reasons.${reason}`)}</li>
        ))}
      </ul>
      {named.map(({ words, list }) => (
        <p key={words}>
          {words} <strong className="held-named">{list.join(", ")}</strong>
        </p>
      ))}
    </Notice>
  );
}

type Case = { id: string; version: number; authorLanguage?: Language | null };

/** With which a moderator posts words that wait, or sends them back. */
export function HeldForms({ case: { id, version, authorLanguage } }: { case: Case }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <section className="stack" aria-labelledby="approve">
        <h2 id="approve">{t("holds.case.approve")}</h2>
        <p>{t("holds.case.approveLead")}</p>
        <form method="post" action={pathTo(language, "caseApproval", { id })}>
          <input type="hidden" name="version" value={version} />
          <Button>{t("holds.case.approve")}</Button>
        </form>
      </section>
      <section className="stack" aria-labelledby="return">
        <h2 id="return">{t("holds.case.return")}</h2>
        <p>{t("holds.case.returnLead")}</p>
        <ReturnForm case={{ id, version, authorLanguage: authorLanguage ?? null }} />
      </section>
    </>
  );
}

type Props = { case: Case; values?: FormValues | undefined; errors?: FormErrors | undefined };

/** With which words go back to their author. */
export function ReturnForm({ case: { id, version, authorLanguage }, values, errors }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <form className="form" method="post" action={pathTo(language, "caseReturn", { id })}>
      <input type="hidden" name="version" value={version} />
      <Select
        name="rule"
        label={t("holds.case.rule")}
        hint={<a href={pathTo(language, "rules")}>{t("decisions.form.rules")}</a>}
        errors={errors?.rule}
        defaultValue={String(values?.rule ?? "")}
        options={[{ value: "", label: "—" }, ...rules.map((rule) => ({ value: rule, label: t(`moderation.rules.${rule}.title`) }))]}
        required
      />
      <TextArea
        name="words"
        label={t("holds.case.words")}
        hint={t(`holds.case.wordsHint_${authorLanguage ?? language}`)}
        errors={errors?.words}
        defaultValue={String(values?.words ?? "")}
        maxLength={limits.notice}
        rows={4}
      />
      <Button variant="secondary">{t("holds.case.return")}</Button>
    </form>
  );
}
