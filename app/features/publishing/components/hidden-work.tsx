import type { WorkPage } from "~/features/publishing/work.server";
import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

/** Tells those who work on a text that moderation hides it, or has removed it. */
export function HiddenWork({ isHidden, isRemoved }: Pick<WorkPage, "isHidden" | "isRemoved">) {
  const t = useTranslation();
  if (!isHidden) return null;

  return (
    <Notice kind="warning" title={t(isRemoved ? "hiding.guide.barredTitle" : "hiding.guide.title")}>
      {t(isRemoved ? "hiding.guide.barred" : "hiding.guide.lead")}
    </Notice>
  );
}
