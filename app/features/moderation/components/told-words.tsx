import type { Told } from "~/features/moderation/own-cases.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { Time } from "~/ui/time";

/** What someone was told, as it stood in the mails. */
export function ToldWords({ told }: { told: Told[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (told.length === 0) return null;

  return (
    <details className="disclosure">
      <summary>
        {t("appeals.own.told")} <span className="disclosure-count">({told.length})</span>
      </summary>
      <div className="stack">
        {told.map(({ id, subject, paragraphs, language: own, sentAt }) => (
          <div key={id} className="stack stack-small" lang={own === language ? undefined : own}>
            <h4>{subject}</h4>
            <p className="meta-line">
              <Time at={sentAt} withTime />
            </p>
            <div className="quoted decision-words">{paragraphs.join("\n\n")}</div>
          </div>
        ))}
      </div>
    </details>
  );
}
