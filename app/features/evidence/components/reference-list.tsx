import type { ReferencesPage } from "~/features/evidence/reference-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";

type Listed = Pick<ReferencesPage["references"][number], "id" | "key" | "apa" | "cited">;

/** The references of a summary, each with the key that cites it, where that is done, and what can be done with it. */
export function ReferenceList({ slug, references }: { slug: string; references: Listed[] }) {
  const t = useTranslation();

  return (
    <ul className="reference-list" aria-label={t("references.list.caption")}>
      {references.map((reference) => (
        <ListedReference key={reference.id} slug={slug} reference={reference} />
      ))}
    </ul>
  );
}

function ListedReference({ slug, reference: { id, key, apa, cited } }: { slug: string; reference: Listed }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <li className="reference">
      <code className="reference-key">[@{key}]</code>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by the styles, which let nothing else through */}
      <p className="reference-text" dangerouslySetInnerHTML={{ __html: apa }} />
      <div className="reference-foot">
        {cited.length > 0 ? (
          <p className="meta-line">
            {cited.map((where) => (
              <span key={where}>
                {t("references.list.use")} {t(`references.list.cited.${where}`)}
              </span>
            ))}
          </p>
        ) : (
          <Badge tone="outline">{t("references.list.notCited")}</Badge>
        )}
        <form className="cluster" method="post" action={pathTo(language, "referenceRemoval", { slug, id })}>
          <a href={pathTo(language, "reference", { slug, id })} aria-label={t("references.list.correctNamed", { key })}>
            {t("references.list.correct")}
          </a>
          {cited.length === 0 && (
            <Button variant="quiet" small aria-label={t("references.list.removeNamed", { key })}>
              {t("references.list.remove")}
            </Button>
          )}
        </form>
      </div>
    </li>
  );
}
