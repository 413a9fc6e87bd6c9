import type { Lineage, Step } from "~/features/lineage/line.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

type Props = { slug: string; lineage: Lineage; mayAdapt: boolean; mayRevise: boolean };

/** Where an edition comes from, up to the first of the line; whether others were made of a guide; and the way to make one. Nothing where there is nothing to say. */
export function LineageLine({ slug, lineage: { line, editions }, mayAdapt, mayRevise }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const [parent, ...others] = line;
  if (parent === undefined && editions === 0 && !mayAdapt) return null;

  return (
    <p className="meta-line">
      {parent !== undefined && (
        <span>
          {t("lineage.line.adapted")} <Ancestor step={parent} />
          {others.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line never changes its order
            <span key={index}>
              {t("lineage.line.inTurn")} <Ancestor step={step} />
            </span>
          ))}
        </span>
      )}
      {(parent !== undefined || editions > 0) && (
        <span>
          <a href={pathTo(language, "lineage", { slug })}>
            {editions > 0 ? t("lineage.line.editions", { count: editions }) : t("lineage.line.whole")}
          </a>
        </span>
      )}
      {parent && mayRevise && (
        <span className="no-print">
          <a href={pathTo(language, "upstream", { slug })}>{t("upstream.improvement.changed")}</a>
        </span>
      )}
      {parent && mayRevise && (
        <span className="no-print">
          <a href={pathTo(language, "improvement", { slug })}>{t("upstream.improvement.link")}</a>
        </span>
      )}
      {mayAdapt && (
        <span className="no-print">
          <a href={pathTo(language, "adaptation", { slug })}>{t("lineage.line.adapt")}</a>
        </span>
      )}
    </p>
  );
}

function Ancestor({ step }: { step: Step | null }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!step) return t("lineage.line.unseen");

  const { title, slug, version, organization, isGone } = step;
  return (
    <>
      <a href={pathTo(step.language, "practice", { slug })} lang={step.language === language ? undefined : step.language}>
        {title}
      </a>
      {version !== null && t("lineage.line.version", { number: version })}
      {organization && t("lineage.line.by", { organization: organization.name })}
      {isGone && ` ${t("lineage.line.gone")}`}
    </>
  );
}
