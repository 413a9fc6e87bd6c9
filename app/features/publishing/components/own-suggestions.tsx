import type { SuggestionState } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

type Own = { id: string; state: SuggestionState; isAsked: boolean; title: string; language: Language };

/** Offers of the same words that wait, for who made them and for who is asked: to answer, or to take back. */
export function OwnSuggestions({ suggestions }: { suggestions: Own[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (suggestions.length === 0) return null;

  return (
    <ul className="card-list">
      {suggestions.map(({ id, state, isAsked, title, language: face }) => (
        <li className="card" key={id}>
          <p>
            {t(`suggestions.post.${state}`)} <b lang={face === language ? undefined : face}>{title}</b>
          </p>
          <div className="button-row">
            {isAsked && (
              <ButtonLink small href={pathTo(language, "suggestionConsent", { id })}>
                {t("suggestions.mail.askedAction")}
              </ButtonLink>
            )}
            <form method="post" action={pathTo(language, "suggestionWithdrawal", { id })}>
              <Button variant="quiet" small>
                {t("suggestions.proposal.withdraw")}
              </Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  );
}
