import { createHash } from "node:crypto";

import { contentKind } from "~/features/publishing/content.server";
import type { Bring, Prepared } from "~/features/publishing/content-kind.server";
import { noDetails } from "~/features/publishing/fields";
import type { Own } from "~/features/publishing/own-fields";
import { PATIENCE_MS } from "~/platform/content.server";
import { list } from "~/platform/content-format";

import { type Kept, styleReferences } from "./bibliography.server";
import { checkSummary } from "./content-check.server";
import { formatReferences, formatSaid } from "./content-format";
import { ownFrom, saidOf, type SummaryFile, summaryFrontShape, summaryShape } from "./content-shapes.server";
import type { CslItem } from "./csl";
import { itemFrom } from "./csl-item";
import { drawWith, referencesOf } from "./drawing.server";
import { evidenceOf } from "./evidence";
import { rowOf } from "./reference-list.server";
import { summaryKind } from "./summary-kind.server";

type Cited = { key: string; item: CslItem; styled: Kept };

/** Evidence summaries as files: content/evidence. Until a reference has an id in the portal, it goes by what it says. */
export const summaryContent = contentKind({
  kind: summaryKind,
  folder: "evidence",
  file: "summary.yaml",
  counted: "summaries",
  sharedShape: summaryShape,
  frontShape: summaryFrontShape,
  maturityOf: () => noDetails.maturity,
  fieldsOf: (front, shared) => ({
    sources: "",
    own: ownFrom({ ...front, evidenceUpTo: shared?.evidenceUpTo ?? "", studyTypes: shared?.studyTypes ?? [] }),
  }),
  check: checkSummary,
  prepare,
  sharedOwn: ["evidenceUpTo", "studyTypes"],
  canonicalOwn: (own) => ({ ...ownFrom(saidOf(own)), ...(own.references ? { references: own.references } : {}) }),
  async sharedLines({ faces }) {
    const own = faces.map(({ fields }) => fields.own ?? {});
    const ids = own.flatMap((each) => evidenceOf(each).references.map(({ id }) => id));
    const references = await referencesOf([...new Set(ids)]);
    const { evidenceUpTo, studyTypes } = saidOf(own[0]);
    return [`evidenceUpTo: ${JSON.stringify(evidenceUpTo)}`, `studyTypes: ${list(studyTypes)}`, ...formatReferences(references)];
  },
  frontLines: ({ own }) => formatSaid(saidOf(own)),
});

async function prepare({ references }: SummaryFile): Promise<Prepared> {
  const items = references.flatMap((reference) => {
    const { item } = itemFrom(reference);
    return item ? [{ key: reference.id, item }] : [];
  });
  const styles = await styleReferences(
    items.map(({ item }) => item),
    ["apa"],
  );
  const cited: Cited[] = items.flatMap((one, index) => {
    const styled = styles[index];
    return styled ? [{ ...one, styled }] : [];
  });

  return {
    async draw({ slug, ...text }, language) {
      const drawables = cited.map(({ key, item, styled }) => ({ id: markOf(item), key, apa: styled.apa[language] }));
      const { fields, rendered } = await drawWith(drawables, { ...noDetails, ...text }, language, slug, PATIENCE_MS);
      return { own: fields.own ?? {}, rendered };
    },
    bring: bringing(cited),
  };
}

/** What a reference says, in short. */
const markOf = (item: CslItem): string =>
  createHash("sha256")
    .update(JSON.stringify(inOrder(item)))
    .digest("hex")
    .slice(0, 32);

const inOrder = ({ id: _, ...item }: CslItem) => Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1));

/** References that the file says otherwise are corrected under their keys; those that people added stay. */
const bringing =
  (cited: Cited[]): Bring =>
  async (tx, contributionId) => {
    const rows = await tx.reference.findMany({ where: { contributionId }, select: { id: true, key: true, csl: true, removedAt: true } });
    const marks = new Map(rows.map(({ id, csl }) => [id, markOf(csl as unknown as CslItem)]));
    const ids = new Map<string, string>();
    return {
      comparable: (own) => withIds(own, (_, id) => marks.get(id) ?? id),
      async take() {
        for (const { key, item, styled } of cited) {
          const used = rows.find((row) => row.key === key && row.removedAt === null);
          if (used && marks.get(used.id) === markOf(item)) {
            ids.set(key, used.id);
            continue;
          }
          if (used) await tx.reference.update({ where: { id: used.id }, data: { removedAt: new Date() } });
          const { id } = await tx.reference.create({ data: rowOf(contributionId, key, item, styled, null), select: { id: true } });
          ids.set(key, id);
        }
      },
      placed: (own) => withIds(own, (key, id) => ids.get(key) ?? id),
    };
  };

function withIds(own: Own, idOf: (key: string, id: string) => string): Own {
  if (!own.references) return own;
  const { references } = evidenceOf(own);
  return { ...own, references: references.map(({ key, id }) => `${key} ${idOf(key, id)}`) };
}
