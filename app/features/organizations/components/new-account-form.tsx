import { typed, Whose } from "~/features/accounts/components/account-form";
import { Agreement } from "~/features/accounts/components/agreement";
import { LanguageField } from "~/features/accounts/components/language-field";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors as Faults } from "~/ui/form-errors";

type Props = { token: string; email: string; name: string; sent: { errors: FormErrors; values: FormValues } | undefined };

/** Makes an account for the address that was invited. */
export function NewAccountForm({ token, email, name, sent }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Faults
        errors={sent?.errors}
        labels={{ name: t("accounts.name"), password: t("accounts.password"), language: t("accounts.language") }}
      />
      <form className="form" method="post" action={pathTo(language, "invitationAccount", { token })} noValidate>
        <Whose email={email} />
        <Field
          name="name"
          label={t("accounts.name")}
          hint={t("accounts.nameHint")}
          defaultValue={typed(sent, "name", name)}
          errors={sent?.errors.name}
          autoComplete="name"
          maxLength={100}
          required
        />
        <Field
          name="password"
          type="password"
          label={t("accounts.password")}
          hint={t("accounts.passwordHint")}
          errors={sent?.errors.password}
          autoComplete="new-password"
          required
        />
        <LanguageField defaultValue={typed(sent, "language", language)} errors={sent?.errors.language} />
        <Agreement />
        <Button>{t("membership.invitation.submit")}</Button>
      </form>
    </>
  );
}
