import { useTranslation } from "~/i18n/context";

import { fieldId } from "./field-parts";
import { useErrorText } from "./error-text";

/** What is wrong with a form, above it, each fault leading to its field. The short script moves the focus here. */
export function FormErrors({ errors, labels = {} }: { errors: Record<string, string[]> | undefined; labels?: Record<string, string> }) {
  const t = useTranslation();
  const errorText = useErrorText();
  const faulty = Object.entries(errors ?? {}).filter(([, keys]) => keys.length > 0);
  if (faulty.length === 0) return null;

  return (
    <section className="form-errors" role="alert" tabIndex={-1} aria-labelledby="form-errors-title" data-focus>
      <h2 className="form-errors-title" id="form-errors-title">
        {t("site.error.summary")}
      </h2>
      <ul>
        {faulty.map(([name, keys]) => (
          <li key={name}>
            {name === "" ? (
              keys.map(errorText).join(" ")
            ) : (
              <FaultyField name={name} label={labels[name]} text={keys.map(errorText).join(" ")} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const FaultyField = ({ name, label, text }: { name: string; label: string | undefined; text: string }) => (
  <a href={`#${fieldId(name)}`}>{label ? `${label} — ${text}` : text}</a>
);
