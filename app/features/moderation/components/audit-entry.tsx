import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList, formatNumber } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Time } from "~/ui/time";
import { useWords } from "~/ui/words";

import type { AuditLine } from "../audit-log.server";

type Line = Omit<AuditLine, "at"> & { at: string };

const ID = /^[0-9a-f]{8}-/;
const SHOWN = 8;

/** One entry of the audit log: what happened, who did it, about what, and its place in the chain. */
export function AuditEntry({ entry }: { entry: Line }) {
  const t = useTranslation();
  const language = useLanguage();
  const { number, at, name, actorId, actor, subjectType, subjectId, subject, hash } = entry;
  const who = actor ?? t(actorId ? "audit.entries.gone" : "audit.entries.portal");
  const details = useDetails(entry);

  return (
    <li className="audit-entry" id={`entry-${number}`}>
      <h3 className="audit-event">{t(`leaving.events.${name}`)}</h3>
      <p className="audit-place">
        {t("audit.entries.number", { number: formatNumber(number, language) })} · <Time at={at} withTime /> ·{" "}
        {t("audit.entries.fingerprint")} <code title={hash}>{hash.slice(0, SHOWN)}</code>
      </p>
      <dl className="audit-facts">
        <Fact term={t("audit.entries.by")}>{actorId ? <a href={pathTo(language, "auditLog", { who: actorId })}>{who}</a> : who}</Fact>
        {subjectType !== "PORTAL" && (
          <Fact term={t("audit.entries.about")}>
            {t(`audit.subjects.${subjectType as "CASE"}`)} {subject ?? <Id id={subjectId} />} ·{" "}
            <a href={pathTo(language, "auditLog", { about: subjectId })}>{t("audit.entries.same")}</a>
          </Fact>
        )}
        {details.map(({ key, label, value }) => (
          <Fact key={key} term={label}>
            {value}
          </Fact>
        ))}
      </dl>
    </li>
  );
}

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** An id is shown by its last letters: the first ones tell the time alone. */
const Id = ({ id }: { id: string }) => (
  <code title={id} translate="no">
    …{id.slice(-SHOWN)}
  </code>
);

/** The details in words: what the dictionary knows, people by their names, things by their ids. */
function useDetails({ details, concerned }: Line) {
  const t = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const sayValue = (key: string, value: string | number) => {
    if (typeof value === "number") return formatNumber(value, language);
    if (key === "account") return concerned ?? t("audit.entries.gone");
    if (ID.test(value)) return <Id id={value} />;
    if (key === "rule") return words(`moderation.rules.${value}.title`) ?? value;
    if (key === "role") return words(`accounts.roles.${value}`) ?? value;
    if (key === "reasons")
      return formatList(
        value.split(",").map((reason) => words(`holds.case.reasons.${reason}`) ?? reason),
        language,
      );
    return words(`audit.values.${value}`) ?? value;
  };

  return Object.entries(details).flatMap(([key, value]) =>
    value === null || value === "" ? [] : [{ key, label: words(`audit.details.${key}`) ?? key, value: sayValue(key, value) }],
  );
}
