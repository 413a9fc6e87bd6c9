import { OrganizationField } from "~/features/publishing/components/organization-field";
import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Props = {
  /** Made with the page, so that a form sent twice begins one guide. */
  id: string;
  organizations: { id: string; name: string }[];
  errors?: Errors | undefined;
  values?: FormValues | undefined;
};

/** A file, and for whom it is. Nobody's browser sends a file again, so it is chosen anew when something was wrong. */
export function ImportGuideForm({ id, organizations, errors = {}, values = {} }: Props) {
  const t = useTranslation();

  return (
    <form className="form" method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="id" value={String(values.id ?? id)} />
      <Field
        name="file"
        type="file"
        label={t("importing.file")}
        hint={t("importing.fileHint")}
        errors={errors.file}
        accept=".docx,.md,.markdown,.txt"
        required
      />
      <Field
        name="title"
        label={t("publishing.field.title")}
        hint={t("importing.titleHint")}
        errors={errors.title}
        defaultValue={String(values.title ?? "")}
      />
      <OrganizationField organizations={organizations} errors={errors} values={values} />
      <Notice kind="warning" title={t("writing.new.noClients")}>
        {t("writing.new.noClientsText")}
      </Notice>
      <Button>{t("importing.submit")}</Button>
    </form>
  );
}

/** What of a document comes along, and what stays behind. */
export function WhatComesAlong() {
  const t = useTranslation();
  return (
    <aside className="stack" aria-labelledby="along-title">
      <h2 className="guidance-title" id="along-title">
        {t("importing.how")}
      </h2>
      <ul className="guidance">
        {(["headings", "tables", "pictures", "left"] as const).map((point) => (
          <li key={point}>{t(`importing.points.${point}`)}</li>
        ))}
      </ul>
    </aside>
  );
}
