import type { ComparedSection } from "~/features/lineage/comparison.server";
import { Words } from "~/features/publishing/components/diff";
import { useTranslation } from "~/i18n/context";

/** One of two texts, with what only it has marked. */
function Side({ title, pieces }: { title: string; pieces: ComparedSection["pieces"] }) {
  return (
    <div className="stack stack-small">
      <p className="field-hint">{title}</p>
      <Words pieces={pieces} />
    </div>
  );
}

type Names = { here: string; there: string };

/** Two texts of a line, section by section. What is the same is said, and not shown again. */
export function Compared({ sections, here, there }: { sections: ComparedSection[] } & Names) {
  const t = useTranslation();
  const same = sections.filter(({ is }) => is === "same");
  const others = sections.filter(({ is }) => is !== "same");

  return (
    <div className="stack stack-large">
      <p className="field-hint">{t("lineage.comparison.legend")}</p>
      {others.length === 0 && <p>{t("lineage.comparison.allSame")}</p>}
      {others.map(({ key, heading, is, pieces }) => (
        <section key={key} className="stack stack-small" aria-labelledby={`compared-${key}`}>
          <h2 id={`compared-${key}`}>{heading || t("lineage.edit.beginning")}</h2>
          {is === "here" && <p>{t("lineage.comparison.onlyIn", { title: here })}</p>}
          {is === "there" && <p>{t("lineage.comparison.onlyIn", { title: there })}</p>}
          {is === "different" && (
            <div className="compared">
              <Side title={here} pieces={pieces.filter(({ change }) => change !== "removed")} />
              <Side title={there} pieces={pieces.filter(({ change }) => change !== "added")} />
            </div>
          )}
        </section>
      ))}
      {same.length > 0 && others.length > 0 && (
        <section className="stack stack-small" aria-labelledby="compared-same">
          <h2 id="compared-same">{t("lineage.comparison.same")}</h2>
          <ul>
            {same.map(({ key, heading }) => (
              <li key={key}>{heading || t("lineage.edit.beginning")}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
