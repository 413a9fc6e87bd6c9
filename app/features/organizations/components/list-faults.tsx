import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";
import { useWords } from "~/ui/words";

type Props = { count: number; faults: { line: number; reason: string; value?: string }[] };

/** What is wrong with a list, line by line. */
export function ListFaults({ count, faults }: Props) {
  const t = useTranslation();
  const words = useWords();
  const title = t("membership.list.faults", { count });

  return (
    <div className="stack">
      <h2>{title}</h2>
      <Notice kind="warning">{t("membership.list.faultsLead")}</Notice>
      <Table caption={title} head={[t("membership.list.line"), t("membership.list.fault"), t("membership.list.value")]}>
        {faults.map(({ line, reason, value = "" }) => (
          <tr key={`${line} ${reason} ${value}`}>
            <th scope="row">{line}</th>
            <td>{(words(reason) ?? "").replace("{{value}}", value)}</td>
            <td>
              <code>{reason === "membership.errors.rowTwice" ? "" : value}</code>
            </td>
          </tr>
        ))}
      </Table>
      {count > faults.length && <p>{t("membership.list.moreFaults")}</p>}
    </div>
  );
}
