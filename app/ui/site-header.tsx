import { useLocation } from "@remix-run/react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { useAlternates } from "./alternates";
import { Icon } from "./icons";
import { Mark } from "./quilt";
import { SearchBox } from "./search-box";

/** What the frame has to know of the person who looks. */
export type FrameViewer = {
  name: string;
  mayWrite: boolean;
  mayReview: boolean;
  mayModerate: boolean;
  mayAdminister: boolean;
  owesSecondFactor: boolean;
} | null;

/** The head of every page: the other language first, then the account, the name of the portal, its pages and the search. */
export function SiteHeader({ viewer, unread = 0 }: { viewer: FrameViewer; unread?: number }) {
  const t = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);

  return (
    <header className="site-header">
      <div className="site-bar">
        <div className="frame">
          <a
            className="bar-link"
            href={useAlternates().counterpart}
            lang={other}
            hrefLang={other}
            aria-label={t("site.otherLanguageLabel")}
          >
            {t("site.otherLanguage")}
          </a>
          {viewer ? (
            <div className="bar-links">
              <Bell unread={unread} />
              <AccountMenu name={viewer.name} mayAdminister={viewer.mayAdminister} />
            </div>
          ) : (
            <AccountLinks />
          )}
        </div>
      </div>
      <div className="masthead">
        <div className="frame">
          <a className="brand" href={pathTo(language, "home")}>
            <Mark />
            {t("site.name")}
          </a>
          <SearchBox id="search-wide" className="search-wide" />
          <MainNavigation viewer={viewer} className="nav-wide" />
          <details className="menu menu-site" data-menu>
            <summary>{t("site.menu")}</summary>
            <div className="menu-panel">
              <SearchBox id="search-narrow" />
              <MainNavigation viewer={viewer} />
            </div>
          </details>
        </div>
      </div>
    </header>
  );
}

function MainNavigation({ viewer, className }: { viewer: FrameViewer; className?: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { pathname } = useLocation();
  const links = [
    { href: pathTo(language, "practices"), label: t("site.pages.guides") },
    { href: pathTo(language, "summaries"), label: t("site.pages.evidence") },
    { href: pathTo(language, "forums"), label: t("site.pages.forums") },
    { href: pathTo(language, "organizations"), label: t("site.pages.organizations") },
    { href: pathTo(language, "people"), label: t("site.pages.people") },
    viewer?.mayWrite && { href: pathTo(language, "practiceMine"), label: t("site.pages.mine") },
    viewer?.mayReview && { href: pathTo(language, "reviews"), label: t("site.pages.reviews") },
    viewer?.mayModerate && { href: pathTo(language, "moderation"), label: t("site.pages.moderation") },
  ].filter((link) => !!link);
  // Threads belong to the forums, though their addresses do not say so.
  const place = isBelow(pathname, pathTo(language, "threads")) ? pathTo(language, "forums") : pathname;
  const here = links
    .map(({ href }) => href)
    .filter((href) => isBelow(place, href))
    .sort((a, b) => b.length - a.length)[0];

  return (
    <nav className={className} aria-label={t("site.navigation")}>
      <ul className="nav-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a className="nav-link" href={href} aria-current={href !== here ? undefined : href === pathname ? "page" : "true"}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isBelow = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

function AccountLinks() {
  const t = useTranslation();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const isDoor = (["home", "signIn", "signUp", "forgottenPassword", "newPassword", "verifyEmail"] as const).some(
    (page) => pathname === pathTo(language, page),
  );

  return (
    <nav className="bar-links" aria-label={t("site.account")}>
      <a className="bar-link" href={pathTo(language, "signIn", { to: isDoor ? undefined : pathname + search })}>
        {t("site.signIn")}
      </a>
      <a className="bar-link bar-link-wide" href={pathTo(language, "signUp")}>
        {t("site.signUp")}
      </a>
    </nav>
  );
}

/** Leads to what one was told, and says how much of it is unread. The short script of live pages keeps it up to date. */
function Bell({ unread }: { unread: number }) {
  const t = useTranslation();
  const isMany = unread > 99;
  const label = isMany
    ? t("notifications.bell.many")
    : unread > 0
      ? t("notifications.bell.some", { count: unread })
      : t("notifications.bell.none");

  return (
    <a className="bar-link bell" id="bell" href={pathTo(useLanguage(), "notifications")} aria-label={label} data-unread={unread}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {isMany ? "99+" : unread}
        </span>
      )}
    </a>
  );
}

function AccountMenu({ name, mayAdminister }: { name: string; mayAdminister: boolean }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <details className="menu" data-menu>
      <summary className="bar-link">
        <Icon name="person" />
        <span className="visually-hidden">{t("site.account")} </span>
        <span className="bar-name">{name}</span>
      </summary>
      <div className="menu-panel">
        <a className="menu-item" href={pathTo(language, "account")}>
          {t("site.myAccount")}
        </a>
        <a className="menu-item" href={pathTo(language, "forumDrafts")}>
          {t("forums.account.drafts")}
        </a>
        <a className="menu-item" href={pathTo(language, "bookmarks")}>
          {t("forums.account.bookmarks")}
        </a>
        {mayAdminister && (
          <a className="menu-item" href={pathTo(language, "admin")}>
            {t("admin.navigation")}
          </a>
        )}
        <form method="post" action={pathTo(language, "signOut")}>
          <button className="menu-item" type="submit">
            {t("site.signOut")}
          </button>
        </form>
      </div>
    </details>
  );
}
