import type { Evidence } from "~/features/evidence/evidence";
import { useTranslation } from "~/i18n/context";

const parts = ["population", "intervention", "comparison", "outcomes"] as const;

/** Whether a summary says which question it answers. */
export const isAsked = (question: Evidence["question"]): boolean => parts.some((part) => question[part] !== "");

/** The question that a summary answers, in its four parts. `lang` where it is not the language of the page. */
export function EvidenceQuestion({ question, lang }: { question: Evidence["question"]; lang?: string | undefined }) {
  const t = useTranslation();
  if (!isAsked(question)) return null;

  return (
    <section className="stack" aria-labelledby="question">
      <h2 id="question">{t("evidence.show.question")}</h2>
      <dl className="question">
        {parts
          .filter((part) => question[part] !== "")
          .map((part) => (
            <div key={part}>
              <dt>{t(`evidence.show.questionPart.${part}`)}</dt>
              <dd lang={lang}>{question[part]}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
