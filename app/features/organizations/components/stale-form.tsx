import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import type { Option } from "~/ui/field-parts";
import { Notice } from "~/ui/notice";

import { type Fields, listOf, textOf } from "./organization-form";

type Props = {
  fields: Fields;
  sent: { errors: FormErrors; values: FormValues };
  options: Record<"province" | "languages" | "populations", Option[]>;
};

/** What someone else has saved since the form began, where it differs from what was typed. */
export function StaleForm({ fields, sent, options }: Props) {
  const t = useTranslation();
  const words = useSaved(fields, options);
  const differing = (Object.keys(fields) as (keyof Fields)[]).flatMap((name) => {
    if (name === "changedAt") return [];
    const isSame =
      name === "languages" || name === "populations"
        ? String([...listOf(sent, fields, name)].sort()) === String([...fields[name]].sort())
        : textOf(sent, fields, name).trim() === fields[name];
    return isSame ? [] : [name];
  });

  return (
    <Notice kind="warning" title={t("organizations.edit.staleTitle")}>
      <p>{t("organizations.edit.stale")}</p>
      <dl className="facts">
        {differing.map((name) => (
          <div key={name}>
            <dt>{t(`organizations.edit.${name}`)}</dt>
            <dd className="as-typed">{words(name) || t("organizations.edit.nothing")}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

/** The saved fields in words. */
function useSaved(fields: Fields, options: Props["options"]) {
  const t = useTranslation();
  const language = useLanguage();
  const labels = (chosen: string[], from: Option[]) => from.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);

  return (name: Exclude<keyof Fields, "changedAt">): string => {
    if (name === "kind") return t(`organizations.kinds.${fields.kind as "other"}`);
    if (name === "contactAudience") return t(`organizations.edit.audience.${fields.contactAudience}`);
    if (name === "province") return labels([fields.province], options.province)[0] ?? t("organizations.national");
    if (name === "languages" || name === "populations") return formatList(labels(fields[name], options[name]), language);
    return fields[name];
  };
}
