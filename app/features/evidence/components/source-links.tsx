import { limits } from "~/features/evidence/limits";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** What a page knows of the references that it cites: their numbers by key, and the summary whose bibliography has those that it has no room for. */
export type Cited = { numbers: Record<string, number>; slug: string };

/** The numbers of references, each a link to where the reference stands. A key that nothing has is left out. */
export function SourceLinks({ keys, numbers, slug }: { keys: string[] } & Cited) {
  const t = useTranslation();
  const language = useLanguage();
  const cited = [...new Set(keys.flatMap((key) => numbers[key] ?? []))].sort((a, b) => a - b);
  if (cited.length === 0) return null;

  return (
    <span className="source-links">
      {cited.map((number) => (
        <a key={number} href={addressOf(number)} aria-label={t("evidence.show.source", { number })}>
          {number}
        </a>
      ))}
    </span>
  );

  function addressOf(number: number): string {
    if (number <= limits.listed) return `#source-${number}`;
    return pathTo(language, "bibliography", { slug, page: Math.ceil(number / limits.listed) }, `source-${number}`);
  }
}
