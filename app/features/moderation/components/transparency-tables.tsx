import { useLanguage, useTranslation } from "~/i18n/context";
import { formatMonth, formatNumber } from "~/i18n/format";
import { Table } from "~/ui/table";

import { caseKinds } from "../queue-filters";
import { rules } from "../rules";
import type { Deciding, Transparency } from "../transparency.server";

type Counts = Record<string, number>;
type Row = { key: string; label: string; cells: (period: string) => string };

const HOURS_A_DAY = 24;
const DAYS_SAID_IN_HOURS = 3;
/** So few columns of figures would stand too far from what they count. */
const FEW = 3;

/** The figures of moderation: one table for each question, newest month first. */
export function TransparencyTables({ figures }: { figures: Transparency }) {
  const t = useTranslation();
  const count = useCounts();
  const hours = useHours();
  const { periods, opened, rules: byRule, measures, rulings, times } = figures;
  const timeOf = (which: "median" | "slowest") => (period: string) => {
    const time = times[period];
    return time ? hours(time[which]) : "–";
  };
  const decided = sumOf(Object.values(byRule));
  const named = [...rules, ...Object.keys(byRule).filter((rule) => !(rules as readonly string[]).includes(rule))];

  return (
    <>
      <PeriodTable
        id="glance"
        title={t("audit.transparency.glance")}
        periods={periods}
        rows={[
          { key: "opened", label: t("audit.transparency.opened"), cells: count(sumOf(Object.values(opened))) },
          { key: "decided", label: t("audit.transparency.decided"), cells: count(decided) },
          { key: "median", label: t("audit.transparency.median"), cells: timeOf("median") },
          { key: "slowest", label: t("audit.transparency.slowest"), cells: timeOf("slowest") },
        ]}
      />
      <PeriodTable
        id="kinds"
        title={t("audit.transparency.byKind")}
        periods={periods}
        rows={caseKinds.map((kind) => ({ key: kind, label: t(`audit.transparency.kinds.${kind}`), cells: count(opened[kind]) }))}
      />
      <PeriodTable
        id="rules"
        title={t("audit.transparency.byRule")}
        periods={periods}
        rows={named.map((rule) => ({
          key: rule,
          label: isRule(rule) ? t(`moderation.rules.${rule}.title`) : t("audit.transparency.otherRule"),
          cells: count(byRule[rule]),
        }))}
      />
      <MeasureTable measures={measures} periods={periods} />
      <PeriodTable
        id="appeals"
        title={t("audit.transparency.byRuling")}
        periods={periods}
        rows={(["UPHELD", "OVERTURNED"] as const).map((ruling) => ({
          key: ruling,
          label: t(`audit.transparency.rulings.${ruling}`),
          cells: count(rulings[ruling]),
        }))}
      />
    </>
  );
}

function MeasureTable({ measures, periods }: Pick<Transparency, "measures" | "periods">) {
  const t = useTranslation();
  const count = useCounts();
  const words = ({ content, person }: Deciding) => {
    const what = content === "NONE" ? null : t(`audit.transparency.content.${content}`);
    const whom = person === "NONE" ? null : t(`audit.transparency.person.${person}`);
    if (what && whom) return t("audit.transparency.and", { content: what, person: whom });
    return what ?? whom ?? t("audit.transparency.dismissed");
  };
  const title = t("audit.transparency.byMeasure");
  if (measures.length === 0)
    return (
      <section className="stack" aria-labelledby="measures">
        <h2 id="measures">{title}</h2>
        <p>{t("audit.transparency.noDecisions")}</p>
      </section>
    );
  const rows = measures.map(({ counts, ...one }) => ({ key: `${one.content} ${one.person}`, label: words(one), cells: count(counts) }));
  return <PeriodTable id="measures" title={title} periods={periods} rows={rows} />;
}

/** A line for each thing that is counted, a column for each period. */
function PeriodTable({ id, title, periods, rows }: { id: string; title: string; periods: string[]; rows: Row[] }) {
  const t = useTranslation();
  const language = useLanguage();
  const headOf = (period: string) => {
    if (period.length > 4) return formatMonth(period, language);
    return periods.some((other) => other.startsWith(`${period}-`)) ? t("audit.transparency.earlier", { year: period }) : period;
  };

  return (
    <div className="stack">
      <h2 id={id}>{title}</h2>
      <div className={periods.length > FEW ? "figures-table" : "figures-table page-reading"}>
        <Table caption={title} head={[t("audit.transparency.what"), ...periods.map(headOf)]}>
          {rows.map(({ key, label, cells }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {periods.map((period) => (
                <td key={period}>{cells(period)}</td>
              ))}
            </tr>
          ))}
        </Table>
      </div>
    </div>
  );
}

const isRule = (rule: string): rule is (typeof rules)[number] => (rules as readonly string[]).includes(rule);

function useCounts() {
  const language = useLanguage();
  return (counts: Counts | undefined) => (period: string) => formatNumber(counts?.[period] ?? 0, language);
}

/** Hours in words: in days from the third one on. */
function useHours() {
  const t = useTranslation();
  return (hours: number) => {
    if (hours < 1) return t("audit.transparency.lessThanAnHour");
    if (hours < DAYS_SAID_IN_HOURS * HOURS_A_DAY) return t("audit.transparency.hours", { count: Math.round(hours) });
    return t("audit.transparency.days", { count: Math.round(hours / HOURS_A_DAY) });
  };
}

function sumOf(all: Counts[]): Counts {
  const sums: Counts = {};
  for (const counts of all) for (const [period, count] of Object.entries(counts)) sums[period] = (sums[period] ?? 0) + count;
  return sums;
}
