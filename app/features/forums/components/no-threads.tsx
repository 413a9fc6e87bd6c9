import type { List } from "~/features/forums/lists";
import { useTranslation } from "~/i18n/context";
import { EmptyState } from "~/ui/empty-state";

/** A list in which nothing stands: what one finds here otherwise, or, for who may, that a beginning is wanted. */
export function NoThreads({ list, mayStart = false }: { list: List; mayStart?: boolean }) {
  const t = useTranslation();

  return (
    <EmptyState title={t(`forums.list.none.${list}`)}>
      {(mayStart || !(list === "latest" || list === "top")) && <p>{t(`forums.list.noneHint.${list}`)}</p>}
    </EmptyState>
  );
}
