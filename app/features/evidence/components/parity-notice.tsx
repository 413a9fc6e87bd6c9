import type { Desk } from "~/features/evidence/desk.server";
import type { Difference } from "~/features/evidence/parity";
import { lastDayOf } from "~/features/evidence/up-to";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList, formatTold } from "~/i18n/format";
import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

/** Names what the published text of the other language says otherwise, where both should say the same. */
export function ParityNotice({ parity, findingKeys }: { parity: Desk["parity"]; findingKeys: string[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!parity) return null;

  return (
    <Notice kind="warning" title={t("evidence.edit.differs")}>
      <p>{t("evidence.edit.differsText")}</p>
      <ul>
        {parity.differences.flatMap(wordsOf).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>
        <a href={pathTo(otherLanguage(language), "summaryEdit", { slug: parity.slug })}>{t("evidence.edit.differsOpen")}</a>
      </p>
    </Notice>
  );

  function wordsOf(difference: Difference): string[] {
    const numbers = (rows: number[]) => formatList(rows.map(String), language);
    if (difference.name === "evidenceUpTo") {
      const told = (date: string) =>
        date === "" ? t("evidence.edit.differsNothing") : lastDayOf(date) === null ? date : formatTold(date, language);
      return [t("evidence.edit.differsUpTo", { ours: told(difference.ours), theirs: told(difference.theirs) })];
    }
    if (difference.name === "ratings") return [t("evidence.edit.differsRatings", { list: numbers(difference.rows) })];
    const here = difference.ours.map((key) => findingKeys.indexOf(key) + 1);
    return [
      ...(here.length > 0 ? [t("evidence.edit.differsHere", { list: numbers(here) })] : []),
      ...(difference.theirs.length > 0 ? [t("evidence.edit.differsThere", { count: difference.theirs.length })] : []),
    ];
  }
}
