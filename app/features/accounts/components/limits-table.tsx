import { useLanguage, useTranslation } from "~/i18n/context";
import { formatNumber } from "~/i18n/format";
import { Table } from "~/ui/table";

import type { LimitsRow } from "../allowance.server";

const standings = ["newcomer", "member", "affiliated", "staff"] as const;

/** How often what can be done within a minute and within a day, for everyone to see. */
export function LimitsTable({ rows }: { rows: LimitsRow[] }) {
  const t = useTranslation();
  const language = useLanguage();
  const head = ["action", "minute", ...standings] as const;

  return (
    <section className="stack" aria-labelledby="s-limits">
      <h2 id="s-limits">{t("allowances.table.title")}</h2>
      <p>{t("allowances.table.lead")}</p>
      <div className="figures-table">
        <Table caption={t("allowances.table.caption")} head={head.map((column) => t(`allowances.table.${column}`))}>
          {rows.map(({ action, minute, day }) => (
            <tr key={action}>
              <th scope="row">{t(`allowances.table.actions.${action}`)}</th>
              <td>{formatNumber(minute, language)}</td>
              {standings.map((standing) => (
                <td key={standing}>{formatNumber(day[standing], language)}</td>
              ))}
            </tr>
          ))}
        </Table>
      </div>
      <p>{t("allowances.table.note")}</p>
    </section>
  );
}
