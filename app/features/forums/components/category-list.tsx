import type { CategoryCard } from "~/features/forums/categories.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";

import { CategoryMark } from "./category-mark";
import { Day } from "./day";

/** The categories as doors: what each is for, and what was last said behind it. */
export function CategoryList({ categories }: { categories: CategoryCard[] }) {
  return (
    <ul className="category-grid">
      {categories.map((category) => (
        <li className="card category-card" key={category.id}>
          <Door category={category} />
        </li>
      ))}
    </ul>
  );
}

function Door({ category }: { category: CategoryCard }) {
  const t = useTranslation();
  const language = useLanguage();
  const { name, slug, description, colour, icon, threads, organization, isArchived } = category;

  return (
    <>
      <CategoryMark colour={colour} icon={icon} />
      <div className="category-words">
        <h3 className="card-title">
          <a href={pathTo(language, "category", { slug })}>{name}</a>
        </h3>
        {(organization || isArchived) && (
          <p className="badge-list">
            {organization && <Badge tone="brand">{t("forums.categories.spaceOf", { organization })}</Badge>}
            {isArchived && <Badge tone="outline">{t("forums.categories.archived")}</Badge>}
          </p>
        )}
        {description && <p className="card-text">{description}</p>}
        <Latest category={category} />
        {threads !== null && threads > 0 && <p className="category-count">{t("forums.categories.threads", { count: threads })}</p>}
      </div>
    </>
  );
}

function Latest({ category: { latest } }: { category: CategoryCard }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!latest) return <p className="category-latest">{t("forums.categories.quiet")}</p>;

  return (
    <p className="category-latest">
      {t("forums.categories.latest")}{" "}
      <a
        href={pathTo(language, "thread", { id: latest.id, slug: latest.slug })}
        lang={latest.language === language ? undefined : latest.language}
      >
        {latest.title}
      </a>{" "}
      <span className="category-day">
        <Day at={latest.at} />
      </span>
    </p>
  );
}
