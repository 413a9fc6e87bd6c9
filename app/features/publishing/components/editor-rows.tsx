import { type ReactNode, useEffect, useRef, useState } from "react";

import type { Fields } from "~/features/publishing/fields";
import { type Own, rowsOf } from "~/features/publishing/own-fields";
import { byRow } from "~/features/publishing/row-faults";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { fieldId } from "~/ui/field-parts";

import { FILL } from "./fill-form";

/** `from`: its place in what was stored or sent, which is how faults name it. */
export type Row = { id: string; from: number | null; values: Record<string, string> };

/** What the cells of one row are wired with: what it says, its faults, and names that no other row has. */
export type Cells = {
  number: number;
  valueOf: (column: string) => string;
  errorsOf: (column: string) => string[];
  idOf: (column: string) => string;
};

/** What is said of a group of rows and, by its number, of a row. */
export type RowWords = {
  legend: string;
  hint: ReactNode;
  add: string;
  full: string;
  title: (number: number) => string;
  named: (number: number) => string;
  added: (number: number) => string;
  removed: (number: number) => string;
  moved: (number: number) => string;
};

type Props = {
  /** The name of the group, to which faults lead. */
  group: string;
  columns: readonly string[];
  own: Own;
  errors: FormErrors;
  isAwake: boolean;
  most: number;
  words: RowWords;
  /** What a new row begins with, besides nothing. */
  begin: (rows: Row[]) => Record<string, string>;
  children: (cells: Cells) => ReactNode;
};

type Change = { kind: "added" | "removed" | "moved"; number: number; id: string };

/** Rows of fields. Without JavaScript there are two empty ones more; with it rows are added, removed and moved, and the focus stays where one works. */
export function EditorRows({ group, columns, own, errors, isAwake, most, begin, words, children }: Props) {
  const t = useTranslation();
  const place = useRef<HTMLFieldSetElement>(null);
  const serial = useRef(0);
  const [rows, setRows] = useState(() => withEmpty(rowsIn(own)));
  const [change, setChange] = useState<Change | null>(null);
  const [isRefilled, setRefilled] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it listens for as long as the form stands
  useEffect(() => {
    const form = place.current?.closest("form");
    const refill = (event: Event) => {
      setRefilled(true);
      setRows(rowsIn((event as CustomEvent<Fields>).detail.own ?? {}));
    };
    form?.addEventListener(FILL, refill);
    return () => form?.removeEventListener(FILL, refill);
  }, []);

  useEffect(() => {
    if (!isAwake) return;
    setRows((before) => before.filter(({ id }, index) => index === 0 || !isBlank(place.current?.querySelector(`[data-row="${id}"]`))));
  }, [isAwake]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is told, once it stands in the page
  useEffect(() => {
    if (change) focusAfter(place.current, change);
    if (change || isRefilled) place.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [change, isRefilled, rows]);

  const faults = new Map(columns.map((column) => [column, isRefilled ? new Map<number, string[]>() : byRow(errors[column])]));
  // Where the list of faults leads to: the first row that has one.
  const ledTo = (column: string) => [...(faults.get(column)?.keys() ?? [])].find((number) => number > 0) ?? 1;
  const cellsOf = ({ id, from, values }: Row, number: number): Cells => ({
    number,
    valueOf: (column) => values[column] ?? "",
    errorsOf: (column) =>
      from === null ? [] : [...(faults.get(column)?.get(from) ?? []), ...(from === 1 ? (faults.get(column)?.get(0) ?? []) : [])],
    idOf: (column) => (from === ledTo(column) ? column : `${column}-${id}`),
  });

  return (
    <fieldset className="form-section editor-rows" ref={place} id={fieldId(group)} tabIndex={-1}>
      <legend>{words.legend}</legend>
      <p className="field-hint">{words.hint}</p>
      {!isAwake && <p className="field-hint">{t("writing.rows.withoutScript")}</p>}
      {rows.map((row, index) => (
        <fieldset className="editor-row" key={row.id} data-row={row.id}>
          <legend>{words.title(index + 1)}</legend>
          {children(cellsOf(row, index + 1))}
          {isAwake && (
            <div className="button-row">
              {index > 0 && (
                <Button type="button" variant="quiet" small data-up onClick={() => moveUp(index)}>
                  {t("writing.rows.moveUp")}
                  <span className="visually-hidden"> {words.named(index + 1)}</span>
                </Button>
              )}
              <Button type="button" variant="quiet" small data-remove onClick={() => remove(index)}>
                {t("writing.rows.remove")}
                <span className="visually-hidden"> {words.named(index + 1)}</span>
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {isAwake && rows.length < most && (
        <div>
          <Button type="button" variant="secondary" small data-add onClick={addRow}>
            {words.add}
          </Button>
        </div>
      )}
      {isAwake && rows.length >= most && <p className="field-hint">{words.full}</p>}
      <p role="status" className="visually-hidden">
        {change && words[change.kind](change.number)}
      </p>
    </fieldset>
  );

  function addRow() {
    const row = { id: `new-${++serial.current}`, from: null, values: begin(rows) };
    setRows([...rows, row]);
    setChange({ kind: "added", number: rows.length + 1, id: row.id });
  }

  function remove(index: number) {
    const next = rows[index + 1] ?? rows[index - 1];
    setRows(rows.filter((_, at) => at !== index));
    setChange({ kind: "removed", number: index + 1, id: next?.id ?? "" });
  }

  function moveUp(index: number) {
    const [above, row] = [rows[index - 1], rows[index]];
    if (!above || !row) return;
    setRows(rows.map((one, at) => (at === index - 1 ? row : at === index ? above : one)));
    setChange({ kind: "moved", number: index, id: row.id });
  }

  function rowsIn(from: Own): Row[] {
    const stamp = from === own ? "" : `again-${++serial.current}-`;
    return rowsOf(columns, from).map((values, index) => ({ id: `${stamp}${index + 1}`, from: index + 1, values }));
  }

  function withEmpty(filled: Row[]): Row[] {
    const all = [...filled];
    for (const id of ["next", "last"]) if (all.length < most) all.push({ id, from: null, values: begin(all) });
    return all;
  }
}

const fieldsIn = (row: Element) => [...row.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea, select")];

const isBlank = (row: Element | null | undefined) => row != null && fieldsIn(row).every(({ value }) => value.trim() === "");

/** Where the work goes on: in the new row, at the button that moved a row, at the row that took the place of another. */
function focusAfter(place: HTMLElement | null, { kind, id }: Change) {
  const row = place?.querySelector(`[data-row="${id}"]`);
  const button = kind === "added" ? null : row?.querySelector<HTMLElement>(kind === "moved" ? "[data-up]" : "[data-remove]");
  const target = button ?? (row && fieldsIn(row)[0]) ?? place?.querySelector<HTMLElement>("[data-add]");
  target?.focus();
}
