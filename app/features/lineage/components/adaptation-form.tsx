import { OrganizationField } from "~/features/publishing/components/organization-field";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

type Props = {
  start: {
    id: string;
    version: string;
    title: string;
    otherTitle: string | null;
    organizations: { id: string; name: string }[];
  };
  errors?: FormErrors | undefined;
  values?: FormValues | undefined;
};

/** Begins an edition: for which organization, and what it is called in each language that the guide has. */
export function AdaptationForm({ start, errors = {}, values = {} }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <form className="form" method="post" noValidate>
      <input type="hidden" name="id" value={String(values.id ?? start.id)} />
      <input type="hidden" name="version" value={String(values.version ?? start.version)} />
      <OrganizationField organizations={start.organizations} errors={errors} values={values} />
      <Field
        name="title"
        label={t("publishing.field.title")}
        hint={t("lineage.adaptation.titleHint")}
        errors={errors.title}
        defaultValue={String(values.title ?? start.title)}
        required
      />
      {start.otherTitle !== null && (
        <Field
          name="otherTitle"
          label={t(`lineage.adaptation.otherTitle.${otherLanguage(language)}`)}
          lang={otherLanguage(language)}
          errors={errors.otherTitle}
          defaultValue={String(values.otherTitle ?? start.otherTitle)}
          required
        />
      )}
      <Button>{t("lineage.adaptation.submit")}</Button>
    </form>
  );
}
