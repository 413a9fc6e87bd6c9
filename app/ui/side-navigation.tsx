import { useLocation } from "@remix-run/react";

type Link = { href: string; label: string };

/**
 * The pages of one area, with the one that is open marked: a column beside them, or a row above them on a narrow screen. `within` is the
 * link to which a page belongs that has an address elsewhere.
 */
export function SideNavigation({ label, links, within }: { label: string; links: Link[]; within?: string | undefined }) {
  const { pathname } = useLocation();
  const below = links
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  const here = within ?? below;

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
