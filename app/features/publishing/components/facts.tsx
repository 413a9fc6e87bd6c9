import type { ReactNode } from "react";

import { isLicence, licenceAddress } from "~/features/publishing/licence-address";
import type { WorkPage } from "~/features/publishing/work.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { Time } from "~/ui/time";

/** One thing to know of a text: a part of a list of facts. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The same with a day. */
export const Dated = ({ name, at }: { name: string; at: string }) => (
  <Fact name={name}>
    <Time at={at} />
  </Fact>
);

/** A licence by its short name, which leads to its words. */
export function Licence({ licence }: { licence: string }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!isLicence(licence)) return licence;

  return (
    <a href={licenceAddress(licence, language)} rel="license">
      {t(`publishing.licenceName.${licence}`)}
    </a>
  );
}

const groups = [
  { kind: "TOPIC", filter: "topic", field: "topics" },
  { kind: "POPULATION", filter: "population", field: "populations" },
  { kind: "SETTING", filter: "setting", field: "settings" },
  { kind: "PROVINCE", filter: "province", field: "provinces" },
] as const;

/** What a text is about. Each choice leads to the others that share it, at the address that `list` gives. */
export function TermFacts({ terms, list }: { terms: WorkPage["terms"]; list: (filter: Record<string, string>) => string }) {
  const t = useTranslation();

  return groups.map(({ kind, filter, field }) => {
    const chosen = terms.filter((term) => term.kind === kind);
    return chosen.length === 0 ? null : (
      <Fact key={kind} name={t(`publishing.field.${field}`)}>
        <ul className="fact-list">
          {chosen.map(({ key, label }) => (
            <li key={key}>
              <a href={list({ [filter]: key })}>{label}</a>
            </li>
          ))}
        </ul>
      </Fact>
    );
  });
}
