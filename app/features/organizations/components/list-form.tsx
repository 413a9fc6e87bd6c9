import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Field, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

import { MailLanguage } from "./mail-language";
import { RightsField } from "./rights-field";

type Props = { errors?: Errors | undefined; values?: FormValues | undefined; mayGrant: boolean; children?: ReactNode };

/** Takes a list of people to invite, pasted or as a file. `children` stand between what is wrong and the form. */
export function ListForm({ errors, values, mayGrant, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const words = {
    text: t("membership.list.text"),
    file: t("membership.list.file"),
    language: t("membership.list.language"),
    rights: t("membership.rights.legend"),
  };

  return (
    <>
      <FormErrors errors={errors} labels={words} />
      {children}
      <form className="form" method="post" encType="multipart/form-data" noValidate>
        <HowItLooks />
        <TextArea
          name="text"
          label={words.text}
          hint={t("membership.list.textHint")}
          errors={errors?.text}
          defaultValue={values?.text}
          className="list-text"
          rows={8}
          spellCheck={false}
          autoComplete="off"
        />
        <Field
          name="file"
          type="file"
          label={words.file}
          hint={t("membership.list.fileHint")}
          errors={errors?.file}
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        />
        <MailLanguage
          label={words.language}
          defaultValue={typeof values?.language === "string" ? values.language : language}
          errors={errors?.language}
        />
        <RightsField rights={mayGrant ? ["practitioner"] : []} chosen={values?.rights} errors={errors?.rights} />
        <Button>{t("membership.list.submit")}</Button>
      </form>
    </>
  );
}

function HowItLooks() {
  const t = useTranslation();

  return (
    <details className="disclosure">
      <summary>{t("membership.list.how")}</summary>
      <div className="stack stack-small">
        <p>{t("membership.list.columns")}</p>
        <p>{t("membership.list.values")}</p>
        <p>{t("membership.list.most")}</p>
        <p>{t("membership.list.example")}</p>
        <pre className="list-example">
          <code>{t("membership.list.exampleText")}</code>
        </pre>
      </div>
    </details>
  );
}
