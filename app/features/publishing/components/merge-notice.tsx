import type { Merge } from "~/features/publishing/saving.server";
import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

import { Diff } from "./diff";
import { useFieldLabels } from "./field-labels";

/** Two texts have met: what both sides changed, and all that differs. The form below holds them merged. */
export function MergeNotice({ merge }: { merge: Merge }) {
  const t = useTranslation();
  const names = useFieldLabels();
  const { contested, sections, number, changes, labels } = merge;
  const taken = contested.filter((field) => field !== "body" && field !== "sources");

  return (
    <section className="stack" aria-labelledby="merge-title" tabIndex={-1} data-focus>
      <Notice kind="warning">
        <h2 className="merge-title" id="merge-title">
          {t("writing.merge.title")}
        </h2>
        <p>{merge.isOwnDraft ? t("writing.merge.ownDraft") : t("writing.merge.revision", { number })}</p>
        <Listed lead={t("writing.merge.both")} items={sections} />
        <Listed lead={t("writing.merge.mineTaken")} items={taken.flatMap((field) => names[field] ?? [])} />
      </Notice>
      <details className="disclosure" open>
        <summary>{t("writing.merge.compare")}</summary>
        <div className="stack">
          <p>{t("writing.merge.legend")}</p>
          <Diff changes={changes} labels={labels} />
        </div>
      </details>
    </section>
  );
}

function Listed({ lead, items }: { lead: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <p>{lead}</p>
      <ul className="merge-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
