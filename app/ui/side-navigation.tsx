import { useLocation } from "@remix-run/react";

type Link = { href: string; label: string };

/** The pages of one area, with the one that is open marked: a column beside them, or a row above them on a narrow screen. */
export function SideNavigation({ label, links }: { label: string; links: Link[] }) {
  const { pathname } = useLocation();
  const here = links
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];

  return (
    <nav className="side-nav" aria-label={label}>
      <ul className="side-nav-list">
        {links.map(({ href, label: name }) => (
          <li key={href}>
            <a className="side-nav-link" href={href} aria-current={href !== here ? undefined : href === pathname ? "page" : "true"}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
