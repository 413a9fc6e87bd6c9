import type { BesideIt } from "~/features/publishing/waiver.server";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

type Props = {
  slug: string;
  beside: BesideIt /** For whom: the people who write the text, or whoever reviews it. */;
  to: "writers" | "reviewers";
};

/** What the other language of a text still wants before the text is published; nothing where it wants nothing. */
export function LanguageGate({ slug, beside: { is, slug: other, waiver }, to }: Props) {
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const missing = otherLanguage(language);
  if (is === "ready") return null;

  const isWaived = waiver?.holds === true;
  const text = to === "reviewers" ? "reviewText" : is === "none" ? "aloneText" : "draftText";
  const date = waiver ? formatDate(waiver.until, language) : "";
  return (
    <Notice
      kind={isWaived ? "info" : is === "none" && to === "writers" ? "danger" : "warning"}
      title={isWaived ? t(`parity.gate.waived.${missing}`, { date }) : t(`parity.gate.${is === "none" ? "alone" : "draft"}.${missing}`)}
    >
      <p>{isWaived ? <q>{waiver.reason}</q> : t(`parity.gate.${text}`)}</p>
      {waiver && !waiver.holds && <p>{t(`parity.gate.over.${missing}`, { date })}</p>}
      {to === "writers" && (
        <p className="cluster">
          {other ? (
            <a href={pathTo(missing, `${kind}Edit`, { slug: other })}>{t(`parity.gate.goOn.${missing}`)}</a>
          ) : (
            <a href={pathTo(language, `${kind}Translation`, { slug })}>{t(`parity.gate.begin.${missing}`)}</a>
          )}
          <a href={pathTo(language, `${kind}Waiver`, { slug })}>{t(waiver ? "parity.gate.change" : "parity.gate.waive")}</a>
        </p>
      )}
    </Notice>
  );
}
