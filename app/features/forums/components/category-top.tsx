import type { CategoryPage } from "~/features/forums/categories.server";
import { levelsOf } from "~/features/forums/levels";
import { FollowForm } from "~/features/notifications/components/follow-form";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";

import { CategoryMark } from "./category-mark";
import { JoinFirst } from "./start-thread";

type Props = { category: CategoryPage; isVisitor: boolean };

/** The head of a category: its sign and name, what it is for, and how to begin there. */
export function CategoryTop({ category, isVisitor }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { slug, name, description, colour, icon, organization, seenBy, level } = category;

  return (
    <header className="page-header category-top">
      <div className="category-title">
        <CategoryMark colour={colour} icon={icon} />
        <h1 tabIndex={-1}>{name}</h1>
      </div>
      {(organization || seenBy !== "EVERYONE") && (
        <p className="badge-list">
          {organization && <Badge tone="brand">{t("forums.categories.spaceOf", { organization })}</Badge>}
          {seenBy !== "EVERYONE" && <Badge tone="warning">{t(`forums.thread.private.${seenBy}`)}</Badge>}
        </p>
      )}
      {description && <p className="page-lead">{description}</p>}
      <div className="category-ways">
        <Begin category={category} isVisitor={isVisitor} />
        {!isVisitor && <FollowForm action={pathTo(language, "categoryFollow", { slug })} level={level} levels={levelsOf("CATEGORY")} />}
      </div>
    </header>
  );
}

/** To begin a thread, or why one does not begin one here. */
function Begin({ category: { slug, mayStart, isArchived, isDiscussions, isStaffOnly }, isVisitor }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (mayStart)
    return (
      <ButtonLink href={pathTo(language, "newThread", { slug })} data-key="c">
        {t("forums.start.action")}
      </ButtonLink>
    );
  if (isArchived) return <p>{t("forums.start.archived")}</p>;
  if (isDiscussions)
    return (
      <p>
        {t("forums.start.discussions")} <a href={pathTo(language, "practices")}>{t("forums.start.toGuides")}</a>
      </p>
    );
  if (isStaffOnly) return <p>{t("forums.start.staff")}</p>;
  return isVisitor ? <JoinFirst /> : <p>{t("forums.start.notYours")}</p>;
}
