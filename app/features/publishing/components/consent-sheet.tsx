import { isLicence } from "~/features/publishing/licence-address";
import type { getOwnSuggestion } from "~/features/publishing/suggestion-queries.server";
import { useTranslation } from "~/i18n/context";

type Own = Awaited<ReturnType<typeof getOwnSuggestion>>;

/** What would be used, where, and how its author would be credited. */
export function ConsentSheet({ suggestion, name }: { suggestion: Own; name: string }) {
  const t = useTranslation();
  const { guide, heading, body, note } = suggestion;
  const licence = isLicence(guide.licence) ? t(`publishing.licenceName.${guide.licence}`) : guide.licence;

  return (
    <>
      <section className="card" aria-labelledby="used">
        <h2 className="card-title" id="used">
          {t("suggestions.consent.used")}
        </h2>
        <p className="card-text">
          {heading === null ? t("suggestions.guide.whole") : t("suggestions.guide.section", { section: heading })}
        </p>
        <blockquote className="quoted">{body}</blockquote>
      </section>
      <section className="stack stack-small" aria-labelledby="credit">
        <h2 className="card-title" id="credit">
          {t("suggestions.consent.shown")}
        </h2>
        <p>{t("suggestions.consent.credit", { name })}</p>
        <p>{t("suggestions.consent.terms", { licence })}</p>
      </section>
      {note && (
        <section className="stack stack-small" aria-labelledby="note">
          <h2 className="card-title" id="note">
            {t("suggestions.consent.note")}
          </h2>
          <p className="quoted">{note}</p>
        </section>
      )}
    </>
  );
}
