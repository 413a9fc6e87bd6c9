import type { List } from "~/features/forums/lists";
import { useTranslation } from "~/i18n/context";
import { EmptyState } from "~/ui/empty-state";

/** A list in which nothing stands: what that means, and what one finds here otherwise. */
export function NoThreads({ list }: { list: List }) {
  const t = useTranslation();

  return (
    <EmptyState title={t(`forums.list.none.${list}`)}>
      <p>{t(`forums.list.noneHint.${list}`)}</p>
    </EmptyState>
  );
}
