import type { ReactNode } from "react";

import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors } from "~/platform/forms.server";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

type Sent = { errors: Errors; values: Record<string, string | string[]> } | undefined;

/** What was typed into a field before its form came back. */
export const typed = (sent: Sent, name: string, otherwise = ""): string => {
  const value = sent?.values[name];
  return typeof value === "string" ? value : otherwise;
};

/** A page about an account: a title, and a narrow column. */
export function AccountPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="page-narrow stack stack-large">
      <PageHeader title={title} lead={lead} />
      {children}
    </div>
  );
}

/** A form about an account, with its faults above it. */
export function AccountForm({ sent, labels, children }: { sent: Sent; labels?: Record<string, string>; children: ReactNode }) {
  const t = useTranslation();
  const known = {
    name: t("accounts.name"),
    email: t("accounts.email"),
    password: t("accounts.password"),
    currentPassword: t("accounts.currentPassword"),
    language: t("accounts.language"),
    ...labels,
  };

  return (
    <>
      <FormErrors errors={sent?.errors} labels={known} />
      <form className="form" method="post" noValidate>
        {children}
      </form>
    </>
  );
}

/** The address that an account goes by. */
export function EmailField({ sent, autoComplete }: { sent: Sent; autoComplete: "email" | "username" }) {
  const t = useTranslation();

  return (
    <Field
      name="email"
      type="email"
      label={t("accounts.email")}
      defaultValue={typed(sent, "email")}
      errors={sent?.errors.email}
      autoComplete={autoComplete}
      maxLength={254}
      required
    />
  );
}

/** Tells password managers whose password this is. It has no name, and so is not sent. */
export function Whose({ email }: { email: string }) {
  return <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />;
}
