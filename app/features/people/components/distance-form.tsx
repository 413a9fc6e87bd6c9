import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/field";
import { FormErrors as Faults } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";

type Props = {
  person: { id: string; name: string; isStaff: boolean; kept: "MUTED" | "BLOCKED" | null };
  to: string;
  sent?: { errors: FormErrors; values: FormValues } | undefined;
};

/** Asks how far away someone should be, with what each answer does. */
export function DistanceForm({ person: { id, name, isStaff, kept }, to, sent }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const typed = sent?.values.kind;
  const ways = [
    { value: "MUTED", label: t("flags.distances.ask.mute"), hint: t("flags.distances.ask.muteText") },
    { value: "BLOCKED", label: t("flags.distances.ask.block"), hint: t("flags.distances.ask.blockText") },
  ];

  return (
    <>
      <Faults errors={sent?.errors} labels={{ kind: t("flags.distances.ask.choice") }} />
      <form method="post" className="form">
        <input type="hidden" name="to" value={to} />
        <Radios
          name="kind"
          legend={t("flags.distances.ask.choice")}
          options={isStaff ? ways.slice(0, 1) : ways}
          defaultValue={typeof typed === "string" ? typed : (kept ?? "MUTED")}
          errors={sent?.errors.kind}
        />
        {isStaff && <Notice>{t("flags.distances.ask.staff")}</Notice>}
        <p className="field-hint">{t("flags.distances.ask.flag")}</p>
        <div className="button-row">
          <Button>{t("flags.distances.ask.save")}</Button>
        </div>
      </form>
      {kept && (
        <form method="post" action={pathTo(language, "distanceRemoval", { id })}>
          <Button variant="secondary">{t("flags.distances.ask.end", { name })}</Button>
        </form>
      )}
    </>
  );
}
