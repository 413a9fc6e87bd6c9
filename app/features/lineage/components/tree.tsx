import type { TreeNode } from "~/features/lineage/tree.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";

/** A guide and what was made of it, as lists within lists. `current`: the one whose page this is. */
export function Tree({ root, current, slug }: { root: TreeNode; current: string; slug: string }) {
  return (
    <ul className="lineage-tree">
      <Branch node={root} current={current} slug={slug} />
    </ul>
  );
}

function Branch({ node: { id, edition, children }, current, slug }: { node: TreeNode; current: string; slug: string }) {
  const t = useTranslation();
  return (
    <li>
      {edition ? <Edition edition={edition} isCurrent={id === current} slug={slug} /> : <p>{t("lineage.tree.unseen")}</p>}
      {children.length > 0 && (
        <ul className="lineage-tree">
          {children.map((child) => (
            <Branch key={child.id} node={child} current={current} slug={slug} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Edition({ edition, isCurrent, slug }: { edition: NonNullable<TreeNode["edition"]>; isCurrent: boolean; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { title, organization, organizationSlug, version, isRetired, changes } = edition;
  const lang = edition.language === language ? undefined : edition.language;

  return (
    <div className="stack stack-small">
      <p>
        {isCurrent ? (
          <strong lang={lang} aria-current="true">
            {title}
          </strong>
        ) : (
          <a href={pathTo(edition.language, "practice", { slug: edition.slug })} lang={lang}>
            {title}
          </a>
        )}{" "}
        {isRetired && <Badge tone="outline">{t("lineage.tree.retired")}</Badge>}
      </p>
      <p className="meta-line">
        {organization && (
          <span>
            {organizationSlug ? <a href={pathTo(language, "organization", { slug: organizationSlug })}>{organization}</a> : organization}
          </span>
        )}
        {version !== null && <span>{t("lineage.tree.version", { number: version })}</span>}
        {!isCurrent && !isRetired && !lang && (
          <span className="no-print">
            <a href={pathTo(language, "comparison", { slug, with: edition.slug })}>
              {t("lineage.tree.compare")}
              <span className="visually-hidden"> {t("lineage.tree.compareWith", { title, organization: organization ?? "" })}</span>
            </a>
          </span>
        )}
      </p>
      {version !== null && changes.length === 0 && <p className="field-hint">{t("lineage.tree.unchanged")}</p>}
      {changes.length > 0 && (
        <details className="disclosure">
          <summary>{t("lineage.tree.changes", { count: changes.length })}</summary>
          <ul>
            {changes.map(({ section, kind, heading, reason, context }) => (
              <li key={section}>
                {t(`lineage.kinds.${kind}`)} <span lang={lang}>{heading || t("lineage.edit.beginning")}</span>
                {reason && (
                  <>
                    {" "}
                    {t("lineage.tree.because")} <span lang={lang}>{reason}</span>
                  </>
                )}
                {context.length > 0 && ` (${formatList(context, language)})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
