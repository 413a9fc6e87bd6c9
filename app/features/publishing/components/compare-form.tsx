import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

/** Asks for the comparison with another revision, on the same page. */
export function CompareForm({ since }: { since: number | null }) {
  const t = useTranslation();

  return (
    <form className="inline-form">
      <Field
        name="since"
        type="number"
        inputMode="numeric"
        min={1}
        label={t("reviews.revision.compare")}
        defaultValue={since ?? undefined}
        required={false}
      />
      <Button variant="secondary">{t("reviews.revision.compareSubmit")}</Button>
    </form>
  );
}
