import { useEffect, useRef, useState } from "react";

import type { Desk } from "~/features/evidence/desk.server";
import { keysIn } from "~/features/evidence/evidence";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { FieldErrors, fieldId } from "~/ui/field-parts";
import { Notice } from "~/ui/notice";

type Props = { desk: Desk | null; isAwake: boolean; errors: string[] | undefined };

/** The way to the list of references, what is cited in vain, and the keys to cite. */
export function CitedReferences({ desk, isAwake, errors }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (!desk) return null;
  const { slug, references, count, unknown } = desk;

  return (
    <fieldset className="form-section">
      <legend>{t("evidence.edit.references")}</legend>
      <p className="field-hint">{t("evidence.edit.referencesHint")}</p>
      <FieldErrors name="references" errors={errors} />
      {unknown.length > 0 && (
        <Notice kind="warning" title={t("evidence.edit.unknown", { keys: unknown.join(", ") })}>
          {t("evidence.edit.unknownText")}
        </Notice>
      )}
      <p>
        <a id={fieldId("references")} href={pathTo(language, "references", { slug })}>
          {t("evidence.edit.referencesOpen", { count })}
        </a>{" "}
        <span className="field-hint">{t("evidence.edit.referencesLeave")}</span>
      </p>
      {references.length > 0 && <Keys desk={desk} isAwake={isAwake} />}
    </fieldset>
  );
}

/** The keys with what they stand for. With JavaScript, one click puts one into the finding on which someone worked last. */
function Keys({ desk: { references, count }, isAwake }: { desk: Desk; isAwake: boolean }) {
  const t = useTranslation();
  const place = useRef<HTMLDetailsElement>(null);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const form = place.current?.closest("form");
    const follow = ({ target }: FocusEvent) => {
      const field = (target as Element).closest("[data-row]")?.querySelector('[name="findingReferences"]');
      if (field) setAt(fieldsOf(form).indexOf(field as HTMLInputElement));
    };
    form?.addEventListener("focusin", follow);
    return () => form?.removeEventListener("focusin", follow);
  }, []);

  function insert(key: string) {
    const fields = fieldsOf(place.current?.closest("form"));
    const field = fields[at] ?? fields[0];
    if (!field) return;
    field.value = [...new Set([...keysIn(field.value), key])].join(", ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setSaid(t("evidence.edit.inserted", { key, number: fields.indexOf(field) + 1 }));
  }

  return (
    <details className="disclosure" ref={place}>
      <summary>{t("evidence.edit.keys")}</summary>
      <ul className="evidence-keys">
        {references.map(({ key, title }) => (
          <li key={key}>
            <span>
              <code>{key}</code> {title}
            </span>
            {isAwake && (
              <Button type="button" variant="quiet" small onClick={() => insert(key)}>
                {t("evidence.edit.insert", { number: at + 1 })}
                <span className="visually-hidden"> {key}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {count > references.length && <p className="field-hint">{t("evidence.edit.keysMore", { count: references.length })}</p>}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </details>
  );
}

const fieldsOf = (form: HTMLFormElement | null | undefined) => [
  ...(form?.querySelectorAll<HTMLInputElement>('[name="findingReferences"]') ?? []),
];
