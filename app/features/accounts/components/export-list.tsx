import { formatNumber } from "~/i18n/format";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

/** An archive as its page shows it; times as strings. `bytes` is null while it is being made. */
type ListedExport = { id: string; askedAt: string; expiresAt: string | null; bytes: number | null };

/** The archives that one asked for, newest first. */
export function ExportList({ exports }: { exports: ListedExport[] }) {
  const t = useTranslation();
  const title = t("leaving.export.list");

  return (
    <section className="stack">
      <h2>{title}</h2>
      {exports.length === 0 ? (
        <EmptyState title={t("leaving.export.none")} />
      ) : (
        <Table caption={title} head={[t("leaving.export.askedAt"), t("leaving.export.until"), t("leaving.export.file")]}>
          {exports.map((one) => (
            <ExportRow key={one.id} {...one} />
          ))}
        </Table>
      )}
    </section>
  );
}

function ExportRow({ id, askedAt, expiresAt, bytes }: ListedExport) {
  const t = useTranslation();
  const language = useLanguage();
  const size = formatNumber(Math.max(1, Math.round((bytes ?? 0) / 1000)), language);

  return (
    <tr>
      <th scope="row">
        <Time at={askedAt} withTime />
      </th>
      <td>{expiresAt ? <Time at={expiresAt} withTime /> : "—"}</td>
      <td>
        {bytes === null ? (
          t("leaving.export.beingMade")
        ) : (
          <a href={pathTo(language, "dataArchive", { id })}>{t("leaving.export.download", { size })}</a>
        )}
      </td>
    </tr>
  );
}
