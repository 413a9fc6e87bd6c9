import type { PracticePage } from "~/features/practices/queries.server";
import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

/** Tells those who work on a guide that moderation hides it, or has removed it. */
export function HiddenGuide({ practice: { isHidden, isRemoved } }: { practice: Pick<PracticePage, "isHidden" | "isRemoved"> }) {
  const t = useTranslation();
  if (!isHidden) return null;

  return (
    <Notice kind="warning" title={t(isRemoved ? "hiding.guide.barredTitle" : "hiding.guide.title")}>
      {t(isRemoved ? "hiding.guide.barred" : "hiding.guide.lead")}
    </Notice>
  );
}
