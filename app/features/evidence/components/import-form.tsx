import { useLanguage, useTranslation } from "~/i18n/context";
import { reasonText } from "~/i18n/reason";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field, Select, TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Props = {
  id: string;
  failed: { format: string; fault: string | null; text: string | null } | null;
  errors?: FormErrors | undefined;
  values?: FormValues | undefined;
};

const formats = ["auto", "bibtex", "ris", "nbib", "csl"] as const;

/** Brings a bibliography, as a file or pasted. What could not be read the last time stands in it, to be mended. */
export function ImportForm({ id, failed, errors = {}, values }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      {failed && !values && (
        <Notice kind="danger" title={t("references.import.failedTitle")}>
          <p>{reasonText(t, failed.fault ?? "", language)}</p>
          {failed.text !== null && <p>{t("references.import.failedText")}</p>}
        </Notice>
      )}
      <form className="form" method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="id" value={String(values?.id ?? id)} />
        <Select
          name="format"
          label={t("references.import.format")}
          options={formats.map((format) => ({ value: format, label: t(`references.import.formats.${format}`) }))}
          defaultValue={String(values?.format ?? failed?.format ?? "auto")}
          errors={errors.format}
        />
        <Field
          name="file"
          type="file"
          label={t("references.import.file")}
          hint={t("references.import.fileHint")}
          errors={errors.file}
          accept=".bib,.bibtex,.ris,.nbib,.json,.txt,.ciw"
        />
        <TextArea
          name="text"
          label={t("references.import.text")}
          errors={errors.text}
          defaultValue={String(values?.text ?? failed?.text ?? "")}
          rows={10}
          spellCheck={false}
        />
        <div className="button-row">
          <Button>{t("references.import.submit")}</Button>
        </div>
      </form>
    </>
  );
}

/** An import that someone has begun and not finished. */
export function OpenImport({ slug, id }: { slug: string; id: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Notice title={t("references.import.openTitle")}>
      <p>{t("references.import.open")}</p>
      <form className="button-row" method="post" action={pathTo(language, "importRemoval", { slug, id })}>
        <ButtonLink href={pathTo(language, "referenceImport", { slug, id })}>{t("references.import.openLink")}</ButtonLink>
        <Button variant="quiet">{t("references.import.abandon")}</Button>
      </form>
    </Notice>
  );
}
