import type { Uses } from "~/features/claims/uses.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** In how many guides a summary is used, and by how many organizations. Nothing where it is in none. */
export function UsedIn({ uses, slug }: { uses: Uses; slug: string }) {
  const language = useLanguage();
  const text = useUsesText(uses);
  return uses.guides === 0 ? null : (
    <p>
      <a href={pathTo(language, "uses", { slug })}>{text}</a>
    </p>
  );
}

/** The same as a sentence. */
export function useUsesText({ guides, organizations }: Uses): string {
  const t = useTranslation();
  return t("claims.show.uses", {
    guides: t("claims.show.guides", { count: guides }),
    organizations: t("claims.show.organizations", { count: organizations }),
  });
}
