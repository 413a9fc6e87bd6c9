import { useTranslation } from "~/i18n/context";
import { Select } from "~/ui/field";

type Props = { label: string; defaultValue: string; errors?: string[] | undefined };

/** In which language those who are invited get their mail. */
export function MailLanguage({ label, defaultValue, errors }: Props) {
  const t = useTranslation();
  const options = [
    { value: "en", label: t("membership.invite.english") },
    { value: "fr", label: t("membership.invite.french") },
  ];

  return <Select name="language" label={label} options={options} defaultValue={defaultValue} errors={errors} required />;
}
