import { contentMeasures, personMeasures } from "~/features/moderation/lifecycle";
import { limits, sanctionLengths } from "~/features/moderation/limits";
import { type RuleKey, rules } from "~/features/moderation/rules";
import type { CaseSubject } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field, Radios, Select, TextArea } from "~/ui/field";

import { StandardTexts } from "./standard-texts";

/** What the form of a decision has to know of a case. */
export type CaseToDecide = {
  id: string;
  version: number;
  subjectType: CaseSubject;
  rule: RuleKey | null;
  /** The words of a post, which can be changed. */
  body: string;
  isHidden: boolean;
  isGone: boolean;
  /** Whether there is anyone to take measures against. */
  hasAuthor: boolean;
  authorLanguage: Language;
  /** In which languages those read who reported it. */
  reporterLanguages: Language[];
  /** The moderator's own, in which a day ends. */
  timeZone: string;
};

type Props = { case: CaseToDecide; values?: FormValues | undefined; errors?: FormErrors | undefined };

type Part = { one: CaseToDecide; typed: (name: string) => string; errors: FormErrors | undefined };

/** With which a moderator says what becomes of a thing and of its author, by which rule, and what those concerned are told. */
export function DecisionForm({ case: one, values, errors }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const part: Part = { one, typed: (name) => String(values?.[name] ?? ""), errors };

  return (
    <form className="form decision-form" method="post" action={pathTo(language, "caseDecision", { id: one.id })}>
      <input type="hidden" name="version" value={one.version} />
      <Select
        name="rule"
        label={t("decisions.form.rule")}
        hint={
          <>
            {t("decisions.form.ruleHint")} <a href={pathTo(language, "rules")}>{t("decisions.form.rules")}</a>
          </>
        }
        defaultValue={part.typed("rule") || (one.rule ?? "")}
        options={rules.map((rule) => ({ value: rule, label: t(`moderation.rules.${rule}.title`) }))}
        errors={errors?.rule}
        required
      />
      <ContentPart {...part} />
      <PersonPart {...part} />
      <WordsPart {...part} />
      <Button>{t("decisions.form.submit")}</Button>
    </form>
  );
}

/** The names of the fields, for the summary of what is wrong with them. */
export function useDecisionLabels() {
  const t = useTranslation();
  return {
    rule: t("decisions.form.rule"),
    content: t("decisions.form.content"),
    body: t("decisions.form.body"),
    person: t("decisions.form.person"),
    length: t("decisions.form.length"),
    untilDate: t("decisions.form.untilDate"),
    toAuthor: t("decisions.form.toAuthor"),
    toReportersEn: t("decisions.form.toReportersEn"),
    toReportersFr: t("decisions.form.toReportersFr"),
    note: t("decisions.form.note"),
  };
}

function ContentPart({ one, typed, errors }: Part) {
  const t = useTranslation();
  const measures = (contentMeasures[one.subjectType] ?? []).filter((measure) => !one.isGone || measure === "NONE");
  const state = one.isGone ? "contentGone" : one.isHidden ? "contentHidden" : null;

  return (
    <>
      <Radios
        name="content"
        legend={t("decisions.form.content")}
        hint={state && t(`decisions.form.${state}`)}
        options={measures.map((value) => ({
          value,
          label: t(`decisions.form.contentOptions.${value}`),
          hint: t(`decisions.form.contentHints.${value}`),
        }))}
        defaultValue={typed("content") || (one.isGone ? "NONE" : undefined)}
        errors={errors?.content}
        required
      />
      {measures.includes("EDIT") && (
        <TextArea
          name="body"
          className="decision-body"
          label={t("decisions.form.body")}
          hint={t("decisions.form.bodyHint")}
          defaultValue={typed("body") || one.body}
          errors={errors?.body}
          rows={10}
        />
      )}
    </>
  );
}

function PersonPart({ one, typed, errors }: Part) {
  const t = useTranslation();
  const measures = (personMeasures[one.subjectType] ?? []).filter((measure) => one.hasAuthor || measure === "NONE");
  const isOrganization = one.subjectType === "ORGANIZATION";

  return (
    <>
      <Radios
        name="person"
        legend={t("decisions.form.person")}
        hint={one.hasAuthor ? null : t("decisions.form.authorGone")}
        options={measures.map((value) => ({
          value,
          label: t(`decisions.form.personOptions.${value}`),
          hint: value === "WARN" && isOrganization ? t("decisions.form.warnOrganization") : t(`decisions.form.personHints.${value}`),
        }))}
        defaultValue={typed("person") || "NONE"}
        errors={errors?.person}
        required
      />
      {measures.includes("SILENCE") && (
        <div className="decision-length form">
          <Radios
            name="length"
            legend={t("decisions.form.length")}
            hint={`${t("decisions.form.lengthHint")} ${t("decisions.form.noRepair")}`}
            options={sanctionLengths.map((value) => ({ value, label: t(`decisions.lengths.${value}`) }))}
            defaultValue={typed("length")}
            errors={errors?.length}
          />
          <Field
            name="untilDate"
            type="date"
            className="decision-until"
            label={t("decisions.form.untilDate")}
            hint={t("decisions.form.untilDateHint", { zone: one.timeZone })}
            defaultValue={typed("untilDate")}
            errors={errors?.untilDate}
          />
        </div>
      )}
    </>
  );
}

function WordsPart({ one, typed, errors }: Part) {
  const t = useTranslation();
  const reporters = { en: "toReportersEn", fr: "toReportersFr" } as const;

  return (
    <>
      <StandardTexts subjectType={one.subjectType} hasReporters={one.reporterLanguages.length > 0} />
      {one.hasAuthor && (
        <TextArea
          name="toAuthor"
          label={t(one.subjectType === "ORGANIZATION" ? "decisions.form.toStewards" : "decisions.form.toAuthor")}
          hint={t(`decisions.form.toAuthorHint_${one.authorLanguage}`)}
          defaultValue={typed("toAuthor")}
          errors={errors?.toAuthor}
          maxLength={limits.notice}
        />
      )}
      {one.reporterLanguages.map((language) => (
        <TextArea
          key={language}
          name={reporters[language]}
          label={t(`decisions.form.${reporters[language]}`)}
          hint={t("decisions.form.toReportersHint")}
          defaultValue={typed(reporters[language])}
          errors={errors?.[reporters[language]]}
          maxLength={limits.notice}
          rows={4}
        />
      ))}
      <TextArea
        name="note"
        label={t("decisions.form.note")}
        hint={t("decisions.form.noteHint")}
        defaultValue={typed("note")}
        errors={errors?.note}
        maxLength={limits.note}
        rows={3}
      />
    </>
  );
}
