import { useRef } from "react";

import { claimColumns } from "~/features/claims/claim-rows";
import type { ClaimsDesk, Offered } from "~/features/claims/desk.server";
import { limits, stances } from "~/features/claims/limits";
import { ChoiceCell, TextCell } from "~/features/publishing/components/editor-cells";
import { type Cells, EditorRows, type Row, type RowWords } from "~/features/publishing/components/editor-rows";
import type { Fields } from "~/features/publishing/fields";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";

import { type Heading, useSections } from "./use-sections";

type Props = { fields: Pick<Fields, "body" | "own">; errors: FormErrors; isAwake: boolean; desk: ClaimsDesk };

/** What the sections of a guide rest on, a row for each: a section, what the evidence says of it, and the version of the summary that says so. */
export function ClaimRows({ fields: { body, own = {} }, errors, isAwake, desk }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const sections = useSections(body, place);

  return (
    <div ref={place}>
      <EditorRows
        group="claims"
        columns={claimColumns}
        own={own}
        errors={errors}
        isAwake={isAwake}
        most={limits.claims}
        words={useWords()}
        begin={(rows) => ({ claimKey: nextKey([...rows.map(({ values }: Row) => values.claimKey ?? ""), ...(own.claimKey ?? [])]) })}
      >
        {(cells) => <Claim cells={cells} sections={sections} offered={desk.offered} />}
      </EditorRows>
    </div>
  );
}

function Claim({ cells, sections, offered }: { cells: Cells; sections: Heading[]; offered: Offered[] }) {
  const t = useTranslation();
  const section = cells.valueOf("claimSection");
  const version = cells.valueOf("claimVersion");
  const choose = t("claims.edit.choose");
  // What is chosen and no longer there stays chosen until someone chooses anew.
  const headings = sections.map(({ key, heading }) => ({ value: key, label: heading }));
  const gone = section !== "" && !sections.some(({ key }) => key === section);
  const versions = offered.map((one) => ({ value: one.id, label: nameOf(one) }));
  const unseen = version !== "" && !offered.some(({ id }) => id === version);

  return (
    <>
      <input type="hidden" name="claimKey" defaultValue={cells.valueOf("claimKey")} />
      <div className="editor-cells">
        <ChoiceCell
          cells={cells}
          name="claimSection"
          label={t("claims.edit.section")}
          options={gone ? [...headings, { value: section, label: t("claims.edit.sectionGone", { section }) }] : headings}
          none={choose}
        />
        <ChoiceCell
          cells={cells}
          name="claimStance"
          label={t("claims.edit.stance")}
          options={stances.map((value) => ({ value, label: t(`claims.stance.${value}`) }))}
          none={choose}
        />
      </div>
      <ChoiceCell
        cells={cells}
        name="claimVersion"
        label={t("claims.edit.version")}
        hint={t("claims.edit.versionHint")}
        options={unseen ? [...versions, { value: version, label: t("claims.edit.unseen") }] : versions}
        none={t("claims.edit.noVersion")}
      />
      <TextCell cells={cells} name="claimNote" label={t("claims.edit.note")} hint={t("claims.edit.noteHint")} />
    </>
  );

  function nameOf({ title, language, number, isCurrent, isRetired }: Offered): string {
    const name = t("claims.edit.named", { title, number, language: t(`publishing.language.${language}`) });
    if (isRetired) return `${name} ${t("claims.edit.withdrawn")}`;
    return isCurrent ? name : `${name} ${t("claims.edit.older")}`;
  }
}

/** A key that no claim of the form has. */
const nextKey = (keys: string[]): string => `c${Math.max(0, ...keys.map((key) => Number(/^c(\d{1,6})$/.exec(key)?.[1] ?? 0))) + 1}`;

function useWords(): RowWords {
  const t = useTranslation();
  return {
    legend: t("publishing.field.claims"),
    hint: t("claims.edit.hint"),
    add: t("claims.edit.add"),
    full: t("claims.edit.full", { count: limits.claims }),
    title: (number) => t("claims.edit.title", { number }),
    named: (number) => t("claims.edit.which", { number }),
    added: (number) => t("claims.edit.added", { number }),
    removed: (number) => t("claims.edit.removed", { number }),
    moved: (number) => t("claims.edit.moved", { number }),
  };
}
