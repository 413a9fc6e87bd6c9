import { type ReactNode, useId } from "react";

import { abridged } from "~/features/publishing/abridge";
import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import { cellsOf, type FieldDiff, type Piece } from "~/features/publishing/diff";
import { shapes } from "~/features/publishing/kind-shape";
import { keyIn } from "~/features/publishing/own-fields";
import { useKind } from "~/features/publishing/use-kind";
import { useTranslation } from "~/i18n/context";

import { useFieldLabels } from "./field-labels";

/** What changed between two states of a text, field by field. Additions and removals are also said in words that are not seen. */
export function Diff({ changes, labels }: { changes: FieldDiff[]; labels: ChoiceLabels }) {
  const t = useTranslation();
  const id = useId();
  const names = useFieldLabels();
  if (changes.length === 0) return <p>{t("reviews.revision.same")}</p>;

  return (
    <div className="stack">
      <p className="field-hint">{t("reviews.diff.legend")}</p>
      {changes.map(({ field, pieces }) => (
        <section key={field} className="stack stack-small" aria-labelledby={`${id}${field}`}>
          <h3 id={`${id}${field}`}>{names[field]}</h3>
          <Pieces field={field} pieces={pieces} labels={labels} />
        </section>
      ))}
    </div>
  );
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function Pieces({ field, pieces, labels }: FieldDiff & { labels: ChoiceLabels }) {
  const { rows, kept } = shapes[useKind()].own;
  const names = useFieldLabels();
  // A choice of a row says what it answers; its words speak for themselves.
  const cell = ([column, value]: [string, string]) => {
    const label = labels[column]?.[value];
    return label ? `${names[column]} (${label})` : value;
  };
  // What the viewer is not told the name of is left out.
  const isTold = ([column, value]: [string, string]) => labels[column]?.[value] !== undefined || !ID.test(value);

  if (field in rows) return <Choices pieces={pieces} nameOf={(piece) => cellsOf(piece).filter(isTold).map(cell).join(" · ")} />;
  if (kept.includes(field)) return <Choices pieces={pieces} nameOf={({ text }) => keyIn(text)} />;
  const choices = labels[field];
  return choices ? <Choices pieces={pieces} nameOf={({ text }) => choices[text] ?? text} /> : <Words pieces={pieces} />;
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

function Choices({ pieces, nameOf }: { pieces: Piece[]; nameOf: (piece: Piece) => string }) {
  return (
    <ul className="diff diff-choices">
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a comparison never move
        <li key={index}>
          <Changed change={piece.change}>{nameOf(piece)}</Changed>
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
