import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Time } from "~/ui/time";

import { About } from "./place-page";

/** The domains that an organization holds, each to be let go. */
export function DomainList({ domains, slug }: { domains: { domain: string; addedAt: string }[]; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();
  if (domains.length === 0)
    return (
      <EmptyState title={t("membership.domains.none")}>
        <p>{t("membership.domains.noneText")}</p>
      </EmptyState>
    );

  return (
    <section className="stack" aria-labelledby="domains">
      <h2 id="domains">{t("membership.domains.list")}</h2>
      <ul className="roster">
        {domains.map(({ domain, addedAt }) => (
          <li className="roster-row" key={domain}>
            <div>
              <p>
                <strong className="roster-name">{domain}</strong>
              </p>
              <p className="meta-line">
                <span>
                  {t("membership.domains.since")} <Time at={addedAt} />
                </span>
              </p>
            </div>
            <form className="roster-steps" method="post" action={pathTo(language, "domainRemoval", { slug })}>
              <input type="hidden" name="domain" value={domain} />
              <Button variant="quiet" small>
                <About label={t("membership.domains.remove")} whom={domain} />
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
