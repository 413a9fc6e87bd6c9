import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Checkboxes, Field, Select, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

import { applicationLimits as most } from "../application-limits";
import { organizationKinds } from "../kinds";

type Sent = { errors: Errors; values: FormValues } | undefined;

type Similar = { id: string; name: string; slug: string; status: "LISTED" | "MEMBER"; city: string | null };

/** What someone says of the organization that they want to bring in, and who they are there. */
export function ApplicationForm({
  id,
  provinces,
  similar,
  sent,
}: {
  id: string;
  provinces: { value: string; label: string }[];
  similar: Similar[];
  sent: Sent;
}) {
  const t = useTranslation();
  const field = (name: string) => ({ name, defaultValue: String(sent?.values[name] ?? ""), errors: sent?.errors[name] });
  const words = {
    nameEn: t("applications.fields.nameEn"),
    nameFr: t("applications.fields.nameFr"),
    kind: t("applications.fields.kind"),
    province: t("applications.fields.province"),
    city: t("applications.fields.city"),
    site: t("applications.fields.site"),
    about: t("applications.fields.about"),
    message: t("applications.fields.message"),
    isAnother: t("applications.new.orAnother"),
  };
  const kinds = organizationKinds.map((value) => ({ value, label: t(`organizations.kinds.${value}`) }));

  return (
    <>
      <FormErrors errors={sent?.errors} labels={words} />
      <form className="form" method="post" noValidate>
        <input type="hidden" name="id" value={id} />
        <Field {...field("nameEn")} label={words.nameEn} hint={t("applications.fields.nameHint")} maxLength={most.name} />
        <Field {...field("nameFr")} label={words.nameFr} maxLength={most.name} />
        {similar.length > 0 && <SimilarOnes similar={similar} errors={sent?.errors.isAnother} />}
        <Select
          {...field("kind")}
          label={words.kind}
          options={[{ value: "", label: t("applications.fields.chooseKind") }, ...kinds]}
          required
        />
        <Select
          {...field("province")}
          label={words.province}
          options={[{ value: "", label: t("applications.fields.noProvince") }, ...provinces]}
        />
        <Field {...field("city")} label={words.city} maxLength={most.city} autoComplete="off" />
        <Field {...field("site")} label={words.site} type="url" maxLength={most.site} placeholder="https://" />
        <TextArea {...field("about")} label={words.about} hint={t("applications.fields.aboutHint")} maxLength={most.about} rows={3} />
        <TextArea
          {...field("message")}
          label={words.message}
          hint={t("applications.fields.messageHint")}
          maxLength={most.message}
          rows={4}
          required
        />
        <Button>{t("applications.new.submit")}</Button>
      </form>
    </>
  );
}

/** Perhaps it is here already. Who says that it is another one may go on. */
function SimilarOnes({ similar, errors }: { similar: Similar[]; errors: string[] | undefined }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="similar">
      <h2 id="similar">{t("applications.new.similar")}</h2>
      <p>{t("applications.new.similarText")}</p>
      <ul className="card-list">
        {similar.map(({ id, name, slug, status, city }) => (
          <li className="card" key={id}>
            <h3 className="card-title">
              <a href={pathTo(language, "organization", { slug })}>{name}</a>
            </h3>
            <p className="meta-line">
              <span>{t(`applications.admin.status.${status}`)}</span>
              {city && <span>{city}</span>}
            </p>
            <p>
              {status === "LISTED" ? (
                <a href={pathTo(language, "organizationClaim", { slug })}>{t("applications.new.claimInstead")}</a>
              ) : (
                <a href={pathTo(language, "joinRequest", { slug })}>{t("applications.new.askToJoin")}</a>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Checkboxes
        name="isAnother"
        legend={t("applications.new.orAnother")}
        hint={t("applications.new.isAnotherHint")}
        options={[{ value: "yes", label: t("applications.new.isAnother") }]}
        errors={errors}
      />
    </section>
  );
}
