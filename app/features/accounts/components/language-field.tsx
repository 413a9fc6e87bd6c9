import { useTranslation } from "~/i18n/context";
import { Select } from "~/ui/field";

/** In which language someone wants mail. Each language is called what its own readers call it. */
export function LanguageField({ defaultValue, errors }: { defaultValue: string; errors?: string[] | undefined }) {
  const t = useTranslation();
  const options = [
    { value: "en", label: t("accounts.english") },
    { value: "fr", label: t("accounts.french") },
  ];

  return (
    <Select
      name="language"
      label={t("accounts.language")}
      hint={t("accounts.languageHint")}
      options={options}
      defaultValue={defaultValue}
      errors={errors}
      required
    />
  );
}
