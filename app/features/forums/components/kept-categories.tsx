import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";

import type { KeptCategory } from "../category-queries.server";
import { CategoryMark } from "./category-mark";

type Props = { categories: KeptCategory[]; title: string; id: string; tools: (category: KeptCategory, index: number) => ReactNode };

/** Categories or spaces for those who run them, in their order, each with what can be done with it. */
export function KeptCategories({ categories, title, id, tools }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (categories.length === 0) return null;

  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="kept-categories">
        {categories.map((category, index) => (
          <li className="card kept-category" key={category.id}>
            <CategoryMark colour={category.colour} icon={category.icon} />
            <div className="kept-category-words">
              <h3 className="card-title">
                <a href={pathTo(language, "category", { slug: category.slug })}>{category.name}</a>
              </h3>
              {category.description && <p className="card-text">{category.description}</p>}
              <p className="cluster">
                <span className="field-hint">{t("threads.categories.threads", { count: category.threads })}</span>
                {category.seenBy !== "ORGANIZATION" && <Badge tone="outline">{t(`threads.circle.${category.seenBy}`)}</Badge>}
                {category.kind === "FORUM" && category.startedBy === "STAFF" && <Badge>{t("threads.categories.announcement")}</Badge>}
              </p>
            </div>
            <div className="button-row kept-category-tools">{tools(category, index)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
