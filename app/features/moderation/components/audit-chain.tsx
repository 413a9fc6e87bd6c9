import { useLanguage, useTranslation } from "~/i18n/context";
import { formatNumber } from "~/i18n/format";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";

import type { ChainState } from "../audit-log.server";

/** How the chain of the audit log stands: its last entry, and when it was last reckoned anew. */
export function AuditChain({ chain: { head, checked } }: { chain: ChainState }) {
  const t = useTranslation();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const isBroken = checked?.name === "audit.broken";

  return (
    <section className="stack" aria-labelledby="chain">
      <h2 id="chain">{t("audit.chain.title")}</h2>
      {isBroken && <Notice kind="danger">{t("audit.chain.brokenAt", { number: number(checked.number) })}</Notice>}
      <dl className="audit-facts">
        <div>
          <dt>{t("audit.chain.head")}</dt>
          <dd>{head ? number(head.number) : t("audit.chain.empty")}</dd>
        </div>
        {head && (
          <div>
            <dt>{t("audit.chain.fingerprint")}</dt>
            <dd>
              <code className="fingerprint">{head.hash}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("audit.chain.checked")}</dt>
          <dd>
            {checked ? <Time at={checked.at} withTime /> : t("audit.chain.never")}
            {checked && !isBroken && ` — ${t("audit.chain.soundUpTo", { number: number(checked.number) })}`}
          </dd>
        </div>
      </dl>
      {head && <p className="list-hint">{t("audit.chain.keep", { command: `audit:verify --head ${head.number}:…` })}</p>}
    </section>
  );
}
