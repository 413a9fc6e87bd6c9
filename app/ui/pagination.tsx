import { useTranslation } from "~/i18n/context";

import { ButtonLink } from "./button";

/** On to the next page of a list, and back to its start. */
export function Pagination({ next, first }: { next: string | null; first: string | null }) {
  const t = useTranslation();
  if (!next && !first) return null;

  return (
    <nav className="pagination" aria-label={t("site.pagination.label")}>
      {first && (
        <ButtonLink href={first} variant="quiet">
          {t("site.pagination.first")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} variant="secondary" rel="next">
          {t("site.pagination.next")}
        </ButtonLink>
      )}
    </nav>
  );
}
