import type { ReactNode } from "react";

import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";
import { Field, Radios, TextArea } from "~/ui/field";

import type { Permission } from "../roles";
import { AccountForm, typed } from "./account-form";

type Sent = Parameters<typeof typed>[0];

/** What a role allows beyond what every member may do, in plain words. */
export function Allowed({ permissions }: { permissions: Permission[] }) {
  const t = useTranslation();

  return (
    <ul className="plain-points">
      {permissions.map((permission) => (
        <li key={permission}>{t(`admin.permission.${permission}`)}</li>
      ))}
    </ul>
  );
}

/** One line of a list of facts; what a person wrote keeps its lines. */
export function Fact({ label, asWritten = false, children }: { label: string; asWritten?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={asWritten ? "as-written" : undefined}>{children}</dd>
    </div>
  );
}

/** The last day of a role, if it is to end. */
export function EndsOn({ sent }: { sent: Sent }) {
  const t = useTranslation();

  return (
    <Field
      name="endsOn"
      type="date"
      label={t("admin.requests.endsOn")}
      hint={t("admin.requests.endsOnHint")}
      defaultValue={typed(sent, "endsOn")}
      errors={sent?.errors.endsOn}
      className="field-short"
    />
  );
}

/** Why a role is granted or taken. */
export function Reason({ sent }: { sent: Sent }) {
  const t = useTranslation();

  return (
    <TextArea
      name="reason"
      label={t("admin.person.reason")}
      hint={t("admin.person.reasonHint")}
      defaultValue={typed(sent, "reason")}
      errors={sent?.errors.reason}
      rows={3}
      maxLength={1000}
      required
    />
  );
}

/** A form about someone's role: its own fields, then what all have in common. */
export function RoleForm({ sent, children }: { sent: Sent; children: ReactNode }) {
  const t = useTranslation();
  const labels = {
    role: t("admin.person.role"),
    reason: t("admin.person.reason"),
    endsOn: t("admin.requests.endsOn"),
    answer: t("admin.requests.decide"),
    note: t("admin.requests.note"),
  };

  return (
    <AccountForm sent={sent} labels={labels}>
      {children}
    </AccountForm>
  );
}

/** Grants or declines what someone asked for. */
export function RoleAnswerForm({ sent }: { sent: Sent }) {
  const t = useTranslation();
  const options = (["GRANTED", "DECLINED"] as const).map((value) => ({ value, label: t(`admin.requests.${value}`) }));

  return (
    <RoleForm sent={sent}>
      <Radios
        name="answer"
        legend={t("admin.requests.decide")}
        options={options}
        defaultValue={typed(sent, "answer") || undefined}
        errors={sent?.errors.answer}
        required
      />
      <TextArea
        name="note"
        label={t("admin.requests.note")}
        hint={t("admin.requests.noteHint")}
        defaultValue={typed(sent, "note")}
        errors={sent?.errors.note}
        rows={3}
        maxLength={1000}
      />
      <EndsOn sent={sent} />
      <Button>{t("admin.requests.submit")}</Button>
    </RoleForm>
  );
}
