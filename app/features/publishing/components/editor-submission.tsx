import { ClientDataWarning } from "~/features/confidentiality/components/client-data-warning";
import type { ClientDataWarning as Warning } from "~/features/confidentiality/warning";
import { Verdict } from "./editor-notices";
import type { SubmissionPage } from "~/features/publishing/editing.server";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { fieldId } from "~/ui/field-parts";
import { Notice } from "~/ui/notice";
import { useErrorText } from "~/ui/error-text";

import { InReview } from "./editor-page";
import { useFieldLabels } from "./field-labels";
import { LanguageGate } from "./language-gate";

/** What stands between a guide and its readers, and the button that sends it on its way. */
type Props = { page: SubmissionPage & { clientData: Warning | null } /** Whether the form has come back. */; isBack: boolean };

export function Submission({ page, isBack }: Props) {
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const { slug, submitted, verdict, state, number, clientData } = page;
  const language = useLanguage();
  const edit = pathTo(language, `${kind}Edit`, { slug });
  const maySend = page.maySubmit && Object.keys(page.missing).length === 0 && !page.lacksLanguage;
  const isDoubtful = maySend && clientData !== null;
  const isComplete = Object.keys(page.missing).length === 0;

  if (submitted) return <InReview slug={slug} submitted={submitted} />;
  return (
    <>
      {verdict && <Verdict verdict={verdict} />}
      {page.hasDraft && (
        <Notice kind="warning" title={t("writing.submission.draft")}>
          <p>{t("writing.submission.draftText", { number, time: page.savedOn })}</p>
          <p>
            <a href={edit}>{t("writing.submission.toDraft")}</a>
          </p>
        </Notice>
      )}
      {!page.maySubmit && (
        <Notice title={t(state === "PUBLISHED" ? "writing.submission.published" : "writing.submission.declined")}>
          {t(state === "PUBLISHED" ? "writing.submission.publishedText" : "writing.submission.declinedText")}
        </Notice>
      )}
      {isComplete ? (
        page.maySubmit && (
          <Notice kind="success" title={t("writing.submission.complete")}>
            {t(word("writing.submission.completeText"))}
          </Notice>
        )
      ) : (
        <Missing missing={page.missing} edit={edit} />
      )}
      {page.maySubmit && <LanguageGate slug={slug} beside={page.beside} to="writers" />}
      <NextSteps />
      {isDoubtful && (
        <ClientDataWarning
          warning={clientData}
          written={language}
          change={edit}
          lead={t("confidentiality.warning.guideLead")}
          form="submission"
          isNew={isBack}
        />
      )}
      <div className="button-row">
        {maySend && (
          <form method="post" id="submission">
            <Button>{t("writing.submission.submit", { number })}</Button>
          </form>
        )}
        <ButtonLink href={edit} variant="secondary">
          {t("writing.submission.write")}
        </ButtonLink>
      </div>
    </>
  );
}

/** What a reader would miss, each leading to the place where it is written. */
function Missing({ missing, edit }: { missing: Record<string, string[]>; edit: string }) {
  const t = useTranslation();
  const errorText = useErrorText();
  const labels = useFieldLabels();

  return (
    <Notice kind="danger" title={t("writing.submission.missing")}>
      <ul className="guidance">
        {Object.keys(missing).map((field) => (
          <li key={field}>
            {missing[field]?.map(errorText).join(" ")}{" "}
            <a href={`${edit}#${fieldId(field)}`}>{t("writing.submission.mend", { field: labels[field] ?? "" })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NextSteps() {
  const t = useTranslation();
  return (
    <section className="stack" aria-labelledby="next-title">
      <h2 className="guidance-title" id="next-title">
        {t("writing.submission.next")}
      </h2>
      <ol className="guidance">
        {(["queue", "read", "decide", "live"] as const).map((step) => (
          <li key={step}>{t(`writing.submission.steps.${step}`)}</li>
        ))}
      </ol>
      <p>{t("writing.submission.withdrawHint")}</p>
    </section>
  );
}
