import { useLanguage, useTranslation } from "~/i18n/context";
import { reasonText } from "~/i18n/reason";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** How far an import is read. The page asks again by itself. */
export function ImportProgress({ slug, id, done, total }: { slug: string; id: string; done: number; total: number }) {
  const t = useTranslation();
  const language = useLanguage();
  const words = t("references.import.progress", { done, total });

  return (
    <div className="stack">
      {total > 0 ? (
        <>
          <progress className="import-progress" max={total} value={done} aria-label={t("references.import.readingTitle")} />
          <p className="import-count">{words}</p>
        </>
      ) : (
        <progress className="import-progress" aria-label={t("references.import.readingTitle")} />
      )}
      <p>{total > 0 ? t("references.import.reading") : t("references.import.waiting")}</p>
      <form className="button-row" method="post" action={pathTo(language, "importRemoval", { slug, id })}>
        <ButtonLink variant="secondary" href={pathTo(language, "referenceImport", { slug, id })}>
          {t("references.import.again")}
        </ButtonLink>
        <Button variant="quiet">{t("references.import.abandon")}</Button>
      </form>
    </div>
  );
}

/** An import of which there is nothing to choose: taken over, or not to be read. */
export function ImportOver({ slug, taken, fault }: { slug: string; taken: number | null; fault: string | null }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="stack">
      {taken === null ? (
        <Notice kind="danger" title={t("references.import.failedTitle")}>
          {reasonText(t, fault ?? "", language) ?? ""}
        </Notice>
      ) : (
        <p>{t("references.import.taken", { count: taken })}</p>
      )}
      <div className="button-row">
        {taken === null && <ButtonLink href={pathTo(language, "referenceImports", { slug })}>{t("references.import.mend")}</ButtonLink>}
        <ButtonLink variant={taken === null ? "quiet" : "primary"} href={pathTo(language, "references", { slug })}>
          {t("references.import.toList")}
        </ButtonLink>
      </div>
    </div>
  );
}
