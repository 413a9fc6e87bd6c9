import type { ShownSanction } from "~/features/moderation/sanction-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

/** Sanctions as a table; those that last can be lifted by who is not concerned. */
export function SanctionRows({ sanctions, isPast }: { sanctions: ShownSanction[]; isPast: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const columns = ["person", "kind", "rule", "since", isPast ? "ended" : "until", "case"] as const;
  const head = columns.map((column) => t(`appeals.sanctions.${column}`));

  return (
    <div className="sanctions">
      <Table caption={t("appeals.sanctions.list")} head={[...head, ...(isPast ? [] : [t("appeals.sanctions.lift")])]}>
        {sanctions.map((sanction) => (
          <tr key={sanction.id}>
            <th scope="row">{sanction.name}</th>
            <td>{t(`appeals.kinds.${sanction.kind}`)}</td>
            <td>{t(`moderation.rules.${sanction.rule}.title`)}</td>
            <td>
              <Time at={sanction.since} withTime />
            </td>
            <td>
              {isPast ? <Ended {...sanction} /> : sanction.until ? <Time at={sanction.until} withTime /> : t("appeals.sanctions.noEnd")}
            </td>
            <td>
              <a href={pathTo(language, "moderationCase", { id: sanction.caseId })}>{t("appeals.sanctions.openCase")}</a>
            </td>
            {!isPast && (
              <td>
                <Lift {...sanction} />
              </td>
            )}
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Ended({ endedAt, wasLifted }: ShownSanction) {
  const t = useTranslation();

  if (!endedAt) return "–";

  return (
    <>
      <Time at={endedAt} withTime /> ({t(`appeals.sanctions.${wasLifted ? "lifted" : "byItself"}`)})
    </>
  );
}

function Lift({ id, name, conflict }: ShownSanction) {
  const t = useTranslation();
  const language = useLanguage();
  if (conflict) return <span className="field-hint">{t(`appeals.lifting.${conflict === "organization" ? "organization" : "own"}`)}</span>;

  return (
    <ButtonLink
      small
      variant="secondary"
      href={pathTo(language, "sanctionLifting", { id })}
      aria-label={t("appeals.sanctions.liftNamed", { name })}
    >
      {t("appeals.sanctions.lift")}
    </ButtonLink>
  );
}
