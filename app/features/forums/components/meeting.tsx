import type { Met } from "~/features/forums/editing.server";
import { Words } from "~/features/publishing/components/diff";
import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

/** Two texts have met: what differs. The form below holds both. */
export function Meeting({ meeting: { pieces } }: { meeting: Met }) {
  const t = useTranslation();

  return (
    <section className="stack" aria-labelledby="meeting-title" tabIndex={-1} data-focus>
      <Notice kind="warning">
        <h2 className="merge-title" id="meeting-title">
          {t("posting.edit.mergeTitle")}
        </h2>
        <p>{t("posting.edit.merge")}</p>
      </Notice>
      <details className="disclosure" open>
        <summary>{t("posting.edit.compare")}</summary>
        <Words pieces={pieces} />
      </details>
    </section>
  );
}
