import type { SerializeFrom } from "@remix-run/node";

import type { ShownSection, UpstreamPage } from "~/features/lineage/settling.server";
import { Words } from "~/features/publishing/components/diff";
import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";
import { fieldId } from "~/ui/field-parts";

type Props = { page: SerializeFrom<UpstreamPage>; chosen: Record<string, string> };

/** What the original changed, a section at a time, and what becomes of it in the edition: one choice for each. */
export function UpstreamForm({ page, chosen }: Props) {
  const t = useTranslation();
  const { parent, base, sections } = page;

  return (
    <form className="form" method="post" noValidate>
      <input type="hidden" name="to" value={parent?.to ?? ""} />
      <input type="hidden" name="base" value={base} />
      {sections.length === 0 && <p>{t("upstream.form.nothingConcerns")}</p>}
      {sections.map((section, index) => (
        <Section key={section.key} section={section} index={index} chosen={chosen[section.key]} />
      ))}
      <p className="field-hint">{t("upstream.form.after")}</p>
      <div className="button-row">
        <Button>{t(sections.length === 0 ? "upstream.form.rest" : "upstream.form.submit")}</Button>
      </div>
    </form>
  );
}

function Section({ section, index, chosen }: { section: ShownSection; index: number; chosen: string | undefined }) {
  const t = useTranslation();
  const { key, parent, isOurs, choices, changes, ours, merged } = section;
  const heading = section.heading || t("lineage.edit.beginning");

  return (
    <section className="form-section" aria-labelledby={`upstream-${index}`}>
      <h2 className="form-section-title" id={`upstream-${index}`}>
        {heading}
      </h2>
      <p>{t(`upstream.parent.${parent}`)}</p>
      {isOurs && <p>{t("upstream.form.ours")}</p>}
      {parent === "CHANGED" && <Words pieces={changes} />}
      {parent !== "CHANGED" && (
        <details className="disclosure">
          <summary>{t(`upstream.form.read.${parent}`)}</summary>
          <Words pieces={changes} />
        </details>
      )}
      {isOurs && (
        <details className="disclosure">
          <summary>{t("upstream.form.readOurs")}</summary>
          <div className="diff">{ours}</div>
        </details>
      )}
      {merged && (
        <details className="disclosure">
          <summary>{t(merged.hasConflict ? "upstream.form.readConflict" : "upstream.form.readMerged")}</summary>
          <div className="diff">{merged.text}</div>
        </details>
      )}
      <input type="hidden" name="sections" value={key} />
      <Choice index={index} heading={heading} choices={choices} parent={parent} chosen={chosen} />
    </section>
  );
}

/** All choices are sent under one name, in the order of the sections; each has an id of its own. */
function Choice({
  index,
  heading,
  choices,
  parent,
  chosen,
}: Pick<ShownSection, "choices" | "parent" | "heading"> & { index: number; chosen: string | undefined }) {
  const t = useTranslation();
  const id = fieldId(`choices-${index}`);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t("upstream.form.choice")} <span className="visually-hidden">{heading}</span>
      </label>
      <select className="input" id={id} name="choices" defaultValue={chosen ?? choices[0]}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {parent === "CHANGED" || choice === "merge"
              ? t(`upstream.choices.CHANGED.${choice}`)
              : t(`upstream.choices.${parent}.${choice}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
