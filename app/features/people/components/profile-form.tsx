import type { ReactNode } from "react";

import { typed } from "~/features/accounts/components/account-form";
import { MAX_LENGTH } from "~/features/people/limits";
import { audiences } from "~/features/people/policy";
import type { OwnProfile } from "~/features/people/queries.server";
import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Checkboxes, Field, Radios, Select, TextArea } from "~/ui/field";
import type { Option } from "~/ui/field-parts";
import { FormErrors } from "~/ui/form-errors";

import { PhotoField } from "./photo-field";

type Sent = { errors: Errors; values: Record<string, string | string[]> } | undefined;

type Named = "pronouns" | "position" | "about" | "province" | "languages" | "topics" | "email" | "photo";

type Props = {
  profile: Omit<OwnProfile, "languages" | "topics"> & { languages: string[]; topics: string[] };
  options: { topics: Option[]; provinces: Option[]; languages: Option[] };
  sent: Sent;
};

/** All that one tells of oneself, and beside each thing who sees it. */
export function ProfileForm({ profile, options, sent }: Props) {
  const t = useTranslation();
  const audienceOptions = audiences.map((value) => ({ value, label: t(`people.settings.audiences.${value}`) }));
  const text = (name: "pronouns" | "position" | "about") => ({
    name,
    label: t(`people.settings.${name}`),
    hint: t(`people.settings.${name}Hint`),
    defaultValue: typed(sent, name, profile[name]),
    errors: sent?.errors[name],
    maxLength: MAX_LENGTH[name],
  });
  const many = (name: "languages" | "topics") => ({
    name,
    legend: t(`people.settings.${name}`),
    hint: t(`people.settings.${name}Hint`),
    options: options[name],
    defaultValues: sent ? [sent.values[name] ?? []].flat() : profile[name],
    errors: sent?.errors[name],
    className: name === "languages" ? "choice-list-narrow" : "choice-list-columns",
  });
  const shown = (field: Named, children: ReactNode) => (
    <WithAudience field={field} options={audienceOptions} sent={sent} chosen={profile[`${field}Audience`]}>
      {children}
    </WithAudience>
  );

  return (
    <>
      <FormErrors errors={sent?.errors} labels={labelsOf(t)} />
      <form className="form" method="post" noValidate>
        <Radios
          name="listing"
          legend={t("people.settings.listing")}
          hint={t("people.settings.listingHint")}
          options={audienceOptions}
          defaultValue={typed(sent, "listing", profile.listing)}
          errors={sent?.errors.listing}
        />
        <fieldset className="form-section">
          <legend>{t("people.settings.sections.reach")}</legend>
          {shown("topics", <Checkboxes {...many("topics")} />)}
          {shown("languages", <Checkboxes {...many("languages")} />)}
          {shown(
            "province",
            <Select
              name="province"
              label={t("people.settings.province")}
              defaultValue={typed(sent, "province", profile.province ?? "")}
              errors={sent?.errors.province}
              options={[{ value: "", label: t("people.settings.noProvince") }, ...options.provinces]}
            />,
          )}
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("people.settings.sections.self")}</legend>
          {shown("position", <Field {...text("position")} autoComplete="organization-title" />)}
          {shown("pronouns", <Field {...text("pronouns")} />)}
          {shown("about", <TextArea {...text("about")} rows={6} />)}
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("people.settings.sections.contact")}</legend>
          {shown("photo", <PhotoField name={profile.name} photo={profile.photoId} />)}
          {shown(
            "email",
            <div className="field">
              <p className="field-label">{t("people.settings.email")}</p>
              <p className="field-hint">{t("people.settings.emailHint", { address: profile.email })}</p>
            </div>,
          )}
        </fieldset>
        <Button>{t("people.settings.save")}</Button>
      </form>
    </>
  );
}

/** A field, and beside it who sees it. */
function WithAudience({
  field,
  options,
  sent,
  chosen,
  children,
}: {
  field: Named;
  options: Option[];
  sent: Sent;
  chosen: string;
  children: ReactNode;
}) {
  const t = useTranslation();
  const name = `${field}Audience`;

  return (
    <div className="with-audience">
      {children}
      <Select
        name={name}
        label={t("people.settings.audience")}
        aria-label={t("people.settings.audienceOf", { field: t(`people.settings.${field}`) })}
        defaultValue={typed(sent, name, chosen)}
        errors={sent?.errors[name]}
        options={options}
      />
    </div>
  );
}

const labelsOf = (t: ReturnType<typeof useTranslation>) => ({
  listing: t("people.settings.listing"),
  pronouns: t("people.settings.pronouns"),
  position: t("people.settings.position"),
  about: t("people.settings.about"),
  province: t("people.settings.province"),
  languages: t("people.settings.languages"),
  topics: t("people.settings.topics"),
});
