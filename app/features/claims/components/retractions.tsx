import type { SerializeFrom } from "@remix-run/node";

import type { listRetractionLists, Taken } from "~/features/claims/retractions.server";
import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useErrorText } from "~/ui/error-text";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

type Lists = SerializeFrom<Awaited<ReturnType<typeof listRetractionLists>>>;

/** The form in which a list is brought. */
export function RetractionForm({ errors }: { errors: string[] | undefined }) {
  const t = useTranslation();
  return (
    <section className="stack" aria-labelledby="bring">
      <h2 id="bring">{t("claims.retractions.bring")}</h2>
      <p>{t("claims.retractions.whatCounts")}</p>
      <form className="form" method="post" encType="multipart/form-data">
        <Field
          name="file"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          label={t("claims.retractions.file")}
          hint={t("claims.retractions.fileHint")}
          errors={errors}
          required
        />
        <div className="button-row">
          <Button>{t("claims.retractions.submit")}</Button>
        </div>
      </form>
    </section>
  );
}

/** What came of a list that was just brought, and what of it could not be read. */
export function TakenOver({ taken }: { taken: Taken }) {
  const t = useTranslation();
  const errorText = useErrorText();
  const { total, added, other, nameless, faults, faultCount, isTable } = taken;

  return (
    <>
      <Notice kind="success" title={t("claims.retractions.done")}>
        <p>
          {t("claims.retractions.total", { count: total })} {t("claims.retractions.added", { count: added })}
        </p>
        {other > 0 && <p>{t("claims.retractions.other", { count: other })}</p>}
        {nameless > 0 && <p>{t("claims.retractions.nameless", { count: nameless })}</p>}
      </Notice>
      {faultCount > 0 && (
        <Notice kind="warning" title={t("claims.retractions.faults", { count: faultCount })}>
          {faults.length < faultCount && <p>{t("claims.retractions.faultsFirst", { count: faults.length })}</p>}
          <ul>
            {faults.map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>
                {t(isTable ? "claims.retractions.line" : "claims.retractions.entry", { line })} {errorText(reason)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The lists that were brought. */
export function RetractionLists({ lists, known }: Lists) {
  const t = useTranslation();
  const head = (["when", "name", "who", "total", "added"] as const).map((name) => t(`claims.retractions.historyHead.${name}`));

  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t("claims.retractions.history")}</h2>
      {lists.length === 0 ? (
        <EmptyState title={t("claims.retractions.none")}>
          <p>{t("claims.retractions.noneHint")}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t("claims.retractions.known", { count: known })}</p>
          <Table caption={t("claims.retractions.history")} head={head}>
            {lists.map(({ id, at, name, account, total, added }) => (
              <tr key={id}>
                <td>
                  <Time at={at} withTime />
                </td>
                <td>{name}</td>
                <td>{account?.name ?? t("claims.review.formerMember")}</td>
                <td>{total}</td>
                <td>{added}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}
