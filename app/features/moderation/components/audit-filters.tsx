import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import type { ChosenFilter } from "~/ui/chosen-filters";
import { Field, Select } from "~/ui/field";
import { useWords } from "~/ui/words";

import { type AuditFilters, auditedEvents, auditQueryOf, PORTAL_ACTOR, subjectTypes } from "../audit-filters";

type Staff = { id: string; name: string }[];

/** What the audit log can be narrowed to. */
export function AuditFiltersForm({ filters, staff }: { filters: AuditFilters; staff: Staff }) {
  const t = useTranslation();
  const language = useLanguage();
  const { what, who, type, about, from, to } = filters;

  return (
    <search>
      <form className="audit-form" action={pathTo(language, "auditLog")}>
        <Select
          name="what"
          label={t("audit.filters.what")}
          defaultValue={what}
          options={[
            { value: "", label: t("audit.filters.anything") },
            ...auditedEvents(t).map(({ group, names }) => ({
              label: t(`audit.groups.${group as "case"}`),
              options: [
                { value: group, label: t("audit.filters.allOf", { group: t(`audit.groups.${group as "case"}`) }) },
                ...names.map((name) => ({ value: name, label: t(`leaving.events.${name}`) })),
              ],
            })),
          ]}
        />
        <Select
          name="who"
          label={t("audit.filters.who")}
          defaultValue={who}
          options={[
            { value: "", label: t("audit.filters.anyone") },
            { value: PORTAL_ACTOR, label: t("audit.entries.portal") },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
            ...(isGone(who, staff) ? [{ value: who, label: t("audit.entries.gone") }] : []),
          ]}
        />
        <Select
          name="type"
          label={t("audit.filters.type")}
          defaultValue={type}
          options={[
            { value: "", label: t("audit.filters.anyType") },
            ...subjectTypes.map((value) => ({ value, label: t(`audit.subjects.${value}`) })),
          ]}
        />
        <Field name="from" type="date" label={t("audit.filters.from")} defaultValue={from} />
        <Field name="to" type="date" label={t("audit.filters.to")} defaultValue={to} />
        <Field
          name="about"
          label={t("audit.filters.about")}
          hint={t("audit.filters.aboutHint")}
          defaultValue={about}
          maxLength={36}
          spellCheck={false}
        />
        <div>
          <Button variant="secondary">{t("audit.filters.apply")}</Button>
        </div>
      </form>
    </search>
  );
}

const isGone = (who: string, staff: Staff) => who !== "" && who !== PORTAL_ACTOR && !staff.some(({ id }) => id === who);

/** What the log is narrowed to, each with the way to take it off. */
export function useChosenAudit(filters: AuditFilters, staff: Staff): ChosenFilter[] {
  const t = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const named: Record<keyof AuditFilters, (value: string) => string> = {
    what: (value) => words(`leaving.events.${value}`) ?? words(`audit.groups.${value}`) ?? value,
    who: (value) =>
      value === PORTAL_ACTOR ? t("audit.entries.portal") : (staff.find(({ id }) => id === value)?.name ?? t("audit.entries.gone")),
    type: (value) => words(`audit.subjects.${value}`) ?? value,
    about: (value) => `…${value.slice(-8)}`,
    from: (value) => value,
    to: (value) => value,
  };

  return (Object.entries(auditQueryOf(filters)) as [keyof AuditFilters, string][]).map(([name, value]) => ({
    name,
    filter: t(`audit.filters.${name}`),
    value: named[name](value),
    without: pathTo(language, "auditLog", auditQueryOf({ ...filters, [name]: "" })),
  }));
}
