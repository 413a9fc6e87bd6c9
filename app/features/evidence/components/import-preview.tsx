import type { ImportPreview as Preview, PreviewedEntry } from "~/features/evidence/import-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { reasonText } from "~/i18n/reason";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";

/** What was read of a bibliography, fifty entries at a time, to be chosen from. Nothing is taken over before the last button. */
export function ImportPreview({ slug, id, preview }: { slug: string; id: string; preview: Preview }) {
  const t = useTranslation();
  const language = useLanguage();
  const { page, pages, counts, entries } = preview;

  return (
    <>
      <ul className="import-counts">
        <li>{t("references.import.found", { count: counts.all })}</li>
        <li>
          <strong>{t("references.import.chosen", { count: counts.chosen })}</strong>
        </li>
        {counts.doubled > 0 && <li>{t("references.import.doubled", { count: counts.doubled })}</li>}
        {counts.faulty > 0 && <li>{t("references.import.faulty", { count: counts.faulty })}</li>}
      </ul>
      <form className="stack stack-large" method="post" action={pathTo(language, "importAcceptance", { slug, id })}>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="proposed" value={entries.flatMap(({ index, isProposed }) => (isProposed ? [index] : [])).join(",")} />
        <input type="hidden" name="elsewhere" value={counts.elsewhere} />
        <ol className="reference-list" start={(entries[0]?.index ?? 0) + 1}>
          {entries.map((entry) => (
            <ReadEntry key={entry.index} entry={entry} />
          ))}
        </ol>
        <div className="button-row">
          {counts.all > counts.faulty && <Button>{t("references.import.accept")}</Button>}
          {page > 1 && <Turn slug={slug} id={id} to={page - 1} label={t("references.import.previous")} />}
          {page < pages && <Turn slug={slug} id={id} to={page + 1} label={t("references.import.next")} />}
        </div>
        {pages > 1 && <p className="meta-line">{t("references.import.page", { page, pages })}</p>}
      </form>
      <form method="post" action={pathTo(language, "importRemoval", { slug, id })}>
        <Button variant="quiet">{t("references.import.abandon")}</Button>
      </form>
    </>
  );
}

function Turn({ slug, id, to, label }: { slug: string; id: string; to: number; label: string }) {
  return (
    <Button variant="secondary" name="to" value={to} formAction={pathTo(useLanguage(), "referenceImport", { slug, id })}>
      {label}
    </Button>
  );
}

function ReadEntry({ entry }: { entry: PreviewedEntry }) {
  const t = useTranslation();
  const { index, apa, title, label, isSound, isChosen } = entry;
  const name = title ?? (label || t("references.import.untitled"));
  const id = `entry-${index + 1}`;

  return (
    <li className="reference" id={id}>
      <div className="choice">
        {isSound && <input type="checkbox" id={`${id}-chosen`} name="chosen" value={index} defaultChecked={isChosen} />}
        {isSound ? <label htmlFor={`${id}-chosen`}>{t("references.import.number", { number: index + 1 })}</label> : null}
        {!isSound && <span>{t("references.import.number", { number: index + 1 })}</span>}
        <span className="reference-origin">
          {label && <code>{label}</code>} {entry.line !== null && t("references.import.line", { line: entry.line })}
        </span>
      </div>
      {apa ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: written by the styles, which let nothing else through
        <p className="reference-text" dangerouslySetInnerHTML={{ __html: apa }} />
      ) : (
        <p className="reference-text">{name}</p>
      )}
      <Remarks entry={entry} />
    </li>
  );
}

/** What is wrong with an entry, and what it seems to be the same as. */
function Remarks({ entry: { isSound, of, known, faults } }: { entry: PreviewedEntry }) {
  const t = useTranslation();
  const language = useLanguage();
  const fieldName = (field: string) => {
    const key = ["title", "author", "editor", "issued", "DOI", "URL"].find((one) => one === field) as "title" | undefined;
    return key ? t(`references.import.field.${key}`) : t("references.import.field.other", { field });
  };

  return (
    <>
      {(!isSound || of !== null || known !== null) && (
        <p className="badge-list">
          {!isSound && <Badge tone="danger">{t("references.import.cannot")}</Badge>}
          {of !== null && <Badge tone="warning">{t("references.import.sameEntry", { number: of })}</Badge>}
          {known !== null && <Badge tone="warning">{t("references.import.sameReference", { key: known })}</Badge>}
        </p>
      )}
      {faults.length > 0 && (
        <ul className="reference-faults">
          {faults.map(({ field, message }) => {
            const fault = reasonText(t, message, language) ?? "";
            return (
              <li key={`${field} ${message}`}>
                {field === null ? fault : t("references.import.faultIn", { field: fieldName(field), fault })}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
