import type { Lagging, ParityOverview as Overview } from "~/features/library/parity-overview.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

/** How many texts say the same in both languages, and which do not, language by language. */
export function ParityOverview({ counts, lagging }: Overview) {
  const t = useTranslation();
  if (counts.total === 0) return <EmptyState title={t("parity.overview.none")} />;

  return (
    <>
      <dl className="facts">
        {(["inStep", "behind", "onlyEn", "onlyFr"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`parity.overview.counts.${name}`)}</dt>
            <dd>{t("parity.overview.of", { count: counts[name], total: counts.total })}</dd>
          </div>
        ))}
      </dl>
      {languages.map((language) => (
        <InLanguage key={language} wanted={language} {...lagging[language]} />
      ))}
    </>
  );
}

function InLanguage({ wanted, items, more }: { wanted: Language; items: Lagging[]; more: number }) {
  const t = useTranslation();
  const title = t(`parity.overview.wanted.${wanted}`);

  return (
    <section className="stack">
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p>{t("parity.overview.nothing")}</p>
      ) : (
        <Table caption={title} head={[t("parity.overview.text"), t("parity.overview.state"), t("parity.overview.since")]}>
          {items.map((item) => (
            <Row key={`${item.kind} ${item.slug}`} item={item} />
          ))}
        </Table>
      )}
      {more > 0 && <p>{t("parity.overview.more", { count: more })}</p>}
    </section>
  );
}

function Row({ item: { kind, title, slug, shown, organization, isMissing, parts, since, promisedBy } }: { item: Lagging }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = shown === language ? undefined : shown;

  return (
    <tr>
      <th scope="row">
        <a href={pathTo(shown, kind, { slug })} lang={lang} hrefLang={lang}>
          {title}
        </a>
        {organization && <p className="field-hint">{organization}</p>}
      </th>
      <td>
        {isMissing ? t("parity.overview.missing") : t("parity.overview.parts", { count: parts })}
        {promisedBy && <p className="field-hint">{t("parity.overview.promised", { date: formatDate(promisedBy, language) })}</p>}
      </td>
      <td>
        <Time at={since} />
      </td>
    </tr>
  );
}
