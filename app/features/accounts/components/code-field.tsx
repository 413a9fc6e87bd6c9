import { useTranslation } from "~/i18n/context";
import { Field } from "~/ui/field";

type Factors = { app: boolean; passkey: boolean };

/** For a code from the app, or a recovery code; who has no app is asked for a recovery code alone. */
export function CodeField({ ways, errors }: { ways: Factors; errors: string[] | undefined }) {
  const t = useTranslation();

  return (
    <Field
      name="code"
      label={t(ways.app ? "security.secondFactor.code" : "security.secondFactor.recoveryCode")}
      hint={t(ways.app ? "security.secondFactor.codeHint" : "security.secondFactor.recoveryHint")}
      errors={errors}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={100}
      required
    />
  );
}
