import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Field, Radios } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

import { icons, palette } from "../category-look";
import { categoryLimits, seeingCircles, writingCircles } from "../category-rules";
import { LookChoice } from "./look-choice";

type TextField = "nameEn" | "nameFr" | "descriptionEn" | "descriptionFr";
type AccessField = "seenBy" | "startedBy" | "repliedBy";
export type CategoryFields = Record<TextField | "colour" | "icon" | "seal", string> & Partial<Record<AccessField, string>>;

type Props = {
  fields: CategoryFields;
  sent: { errors: Errors; values: FormValues } | undefined;
  /** The form began before someone else's change, which its sender now knows of. */
  isStale: boolean;
  /** A space of an organization is for its people, and asks nothing of that. */
  hasAccess: boolean;
  submit: string;
};

export const newFields: CategoryFields = {
  ...{ seal: "", nameEn: "", nameFr: "", descriptionEn: "", descriptionFr: "", colour: palette[0], icon: icons[0] },
  ...{ seenBy: "EVERYONE", startedBy: "MEMBERS", repliedBy: "MEMBERS" },
};

/** All that one says of a category, in both languages. */
export function CategoryForm({ fields, sent, isStale, hasAccess, submit }: Props) {
  const t = useTranslation();
  const textOf = (name: keyof CategoryFields) => String((sent ? sent.values[name] : fields[name]) ?? "");
  const line = (name: TextField, maxLength: number) => ({
    ...{ name, maxLength, label: t(`threads.categories.${name}`), defaultValue: textOf(name), errors: sent?.errors[name] },
    lang: name.endsWith("Fr") ? "fr" : "en",
  });
  const look = (name: "colour" | "icon") => ({ name, chosen: textOf(name), colour: textOf("colour") });
  const names = ["nameEn", "nameFr", "descriptionEn", "descriptionFr", "colour", "icon", "seenBy", "startedBy", "repliedBy"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`threads.categories.${name}`)]));

  return (
    <>
      <FormErrors errors={sent?.errors} labels={labels} />
      <form className="form" method="post" noValidate>
        <input type="hidden" name="seal" value={isStale ? fields.seal : textOf("seal")} />
        <fieldset className="form-section">
          <legend>{t("threads.categories.names")}</legend>
          <Field {...line("nameEn", categoryLimits.name)} hint={t("threads.categories.nameHint")} required />
          <Field {...line("nameFr", categoryLimits.name)} required />
          <Field {...line("descriptionEn", categoryLimits.description)} />
          <Field {...line("descriptionFr", categoryLimits.description)} />
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("threads.categories.look")}</legend>
          <LookChoice {...look("colour")} />
          <LookChoice {...look("icon")} />
        </fieldset>
        {hasAccess && <Access textOf={textOf} errors={sent?.errors ?? {}} />}
        <Button>{submit}</Button>
      </form>
    </>
  );
}

function Access({ textOf, errors }: { textOf: (name: AccessField) => string; errors: Errors }) {
  const t = useTranslation();
  const circles = { seenBy: seeingCircles, startedBy: writingCircles, repliedBy: writingCircles };
  const hints: Partial<Record<AccessField, string>> = {
    seenBy: t("threads.categories.seenByHint"),
    startedBy: t("threads.categories.startedByHint"),
  };

  return (
    <fieldset className="form-section">
      <legend>{t("threads.categories.access")}</legend>
      {(Object.keys(circles) as AccessField[]).map((name) => (
        <Radios
          key={name}
          name={name}
          legend={t(`threads.categories.${name}`)}
          hint={hints[name]}
          options={circles[name].map((circle) => ({ value: circle, label: t(`threads.circle.${circle}`) }))}
          defaultValue={textOf(name)}
          errors={errors[name]}
        />
      ))}
    </fieldset>
  );
}
