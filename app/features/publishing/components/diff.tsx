import { type ReactNode, useId } from "react";

import { abridged } from "~/features/publishing/abridge";
import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import type { FieldDiff, Piece } from "~/features/publishing/diff";
import { useTranslation } from "~/i18n/context";

/** What changed between two states of a text, field by field. Additions and removals are also said in words that are not seen. */
export function Diff({ changes, labels }: { changes: FieldDiff[]; labels: ChoiceLabels }) {
  const t = useTranslation();
  const id = useId();
  if (changes.length === 0) return <p>{t("reviews.revision.same")}</p>;

  return (
    <div className="stack">
      <p className="field-hint">{t("reviews.diff.legend")}</p>
      {changes.map(({ field, pieces }) => (
        <section key={field} className="stack stack-small" aria-labelledby={`${id}${field}`}>
          <h3 id={`${id}${field}`}>{t(`publishing.field.${field}`)}</h3>
          {field in labels ? <Choices pieces={pieces} labels={labels[field as keyof ChoiceLabels]} /> : <Words pieces={pieces} />}
        </section>
      ))}
    </div>
  );
}

/** One text, word by word, where long parts that are the same are left out. */
export function Words({ pieces }: { pieces: Piece[] }) {
  const t = useTranslation();

  return (
    <div className="diff">
      {abridged(pieces).map((piece, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of a comparison never move
        if ("skipped" in piece)
          return (
            <span className="diff-skip" key={index}>
              […] {t("reviews.diff.skipped")} […]
            </span>
          );
        return (
          <Changed change={piece.change} key={index}>
            {piece.text}
          </Changed>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: the pieces of a comparison never move
      })}
    </div>
  );
}

function Choices({ pieces, labels }: { pieces: Piece[]; labels: Record<string, string> }) {
  return (
    <ul className="diff diff-choices">
      {pieces.map(({ text, change }) => (
        <li key={text}>
          <Changed change={change}>{labels[text] ?? text}</Changed>
        </li>
      ))}
    </ul>
  );
}

function Changed({ change, children }: { change: Piece["change"]; children: ReactNode }) {
  const t = useTranslation();
  if (change === null) return children;

  const Mark = change === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="visually-hidden">{t(`reviews.diff.${change}`)} </span>
      {children}
      <span className="visually-hidden"> {t("reviews.diff.end")} </span>
    </Mark>
  );
}
