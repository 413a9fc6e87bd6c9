import { type List, listsFor } from "~/features/forums/lists";
import { useTranslation } from "~/i18n/context";

/** The lists of one place, with the one that is open marked. */
export function ListTabs({ open, isVisitor, addressOf }: { open: List; isVisitor: boolean; addressOf: (list: List) => string }) {
  const t = useTranslation();

  return (
    <nav className="list-tabs" aria-label={t("forums.list.label")}>
      <ul className="nav-list">
        {listsFor(isVisitor).map((list) => (
          <li key={list}>
            <a className="nav-link" href={addressOf(list)} aria-current={list === open ? "page" : undefined}>
              {t(`forums.list.${list}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
