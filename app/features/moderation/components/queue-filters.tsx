import { useLanguage, useTranslation } from "~/i18n/context";
import { languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { ChosenFilters, type ChosenFilter, NothingFits } from "~/ui/chosen-filters";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";

import type { Queue } from "../queue.server";
import { conflictFilters, type QueueFilterName, queueFilterNames, type QueueFilters, queueQueryOf, queueStates } from "../queue-filters";
import { rules } from "../rules";

type Props = { filters: QueueFilters; queue: Pick<Queue, "counts" | "kinds"> };

const STOPS = 100;

/** Which cases, and of which kind: one press each, with how many there are. */
export function QueueChips({ filters, queue: { counts, kinds } }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const at = (changes: Partial<QueueFilters>) => pathTo(language, "moderation", queueQueryOf({ ...filters, ...changes }));
  const countIn = (name: "state" | "kind", value: string) => {
    const count = counts[name].find((one) => one.value === value)?.count;
    return count === undefined ? undefined : count >= STOPS ? t("moderation.queue.more") : String(count);
  };

  return (
    <>
      <nav className="list-tabs" aria-label={t("moderation.queue.statesLabel")}>
        <ul className="nav-list">
          {queueStates.map((state) => {
            const value = state === "open" ? "" : state;
            return (
              <li key={state}>
                <a className="nav-link" href={at({ state: value })} aria-current={filters.state === value ? "true" : undefined}>
                  {t(`moderation.queue.states.${state}`)} <Count of={countIn("state", state)} />
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <nav aria-label={t("moderation.queue.kindsLabel")}>
        <ul className="chip-list">
          {["" as const, ...kinds].map((kind) => (
            <li key={kind}>
              <a className="chip" href={at({ kind })} aria-current={filters.kind === kind ? "true" : undefined}>
                {kind ? t(`moderation.kinds.${kind}`) : t("moderation.queue.allKinds")}
                {kind && <Count of={countIn("kind", kind)} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

const Count = ({ of }: { of: string | undefined }) => (of === undefined ? null : <span className="case-count">{of}</span>);

/** Narrows the queue further: by language, category, rule, and by who may decide. */
export function QueueForm({ filters, queue }: Props) {
  const t = useTranslation();
  const { state, kind } = filters;
  const choices = useChoices(queue);
  const withCount = ({ value, label, count = 0 }: Choice) => ({
    value,
    label: count === 0 ? label : `${label} (${count >= STOPS ? t("moderation.queue.more") : count})`,
  });
  const names = (["language", "category", "rule", "conflict"] as const).filter((name) => name !== "conflict" || state !== "closed");

  return (
    <form action={pathTo(useLanguage(), "moderation")} aria-label={t("moderation.queue.filters")}>
      {Object.entries({ state, kind }).map(([name, value]) => value && <input type="hidden" key={name} name={name} value={value} />)}
      <details className="disclosure fold">
        <summary>{t("moderation.queue.filters")}</summary>
        <div className="queue-form">
          {names.map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`moderation.queue.filter.${name}`)}
              defaultValue={filters[name]}
              options={[{ value: "", label: t(`moderation.queue.any.${name}`) }, ...choices[name].map(withCount)]}
            />
          ))}
          <Button variant="secondary">{t("moderation.queue.apply")}</Button>
        </div>
      </details>
    </form>
  );
}

/** What the queue is narrowed to; each can be taken off by itself. */
export function ChosenQueueFilters(props: Props) {
  return <ChosenFilters chosen={useChosen(props)} all={pathTo(useLanguage(), "moderation")} />;
}

/** An empty queue, with the ways out of it. */
export function NoCases(props: Props) {
  const t = useTranslation();
  const chosen = useChosen(props);
  const all = pathTo(useLanguage(), "moderation");
  if (chosen.length > 0)
    return <NothingFits title={t("moderation.queue.none")} hint={t("moderation.queue.noneHint")} chosen={chosen} all={all} />;

  return (
    <EmptyState title={t("moderation.queue.empty")}>
      <p>{t("moderation.queue.emptyHint")}</p>
    </EmptyState>
  );
}

type Choice = { value: string; label: string; count?: number | undefined };

/** What each filter offers, in the words of the page, with how many cases there are of it where that was counted. */
function useChoices({ counts, kinds }: Props["queue"]): Record<QueueFilterName, Choice[]> {
  const t = useTranslation();
  const counted = (name: keyof Queue["counts"], value: string, label: string) => ({
    value,
    label,
    count: counts[name].find((one) => one.value === value)?.count,
  });
  return {
    state: queueStates.map((value) => ({ value, label: t(`moderation.queue.states.${value}`) })),
    kind: kinds.map((value) => ({ value, label: t(`moderation.kinds.${value}`) })),
    language: languages.map((value) => counted("language", value, t(`publishing.language.${value}`))),
    category: counts.category.map(({ value, label }) => ({ value, label: label ?? "" })),
    rule: rules.map((value) => ({ value, label: t(`moderation.rules.${value}.title`) })),
    conflict: conflictFilters.map((value) => ({ value, label: t(`moderation.queue.conflictChoices.${value}`) })),
  };
}

function useChosen({ filters, queue }: Props): ChosenFilter[] {
  const t = useTranslation();
  const language = useLanguage();
  const choices = useChoices(queue);
  const query = queueQueryOf(filters);
  return queueFilterNames
    .filter((name) => query[name])
    .map((name) => {
      const { [name]: value = "", ...others } = query;
      const label = choices[name].find((choice) => choice.value === value)?.label ?? value;
      return { name, filter: t(`moderation.queue.filter.${name}`), value: label, without: pathTo(language, "moderation", others) };
    });
}
