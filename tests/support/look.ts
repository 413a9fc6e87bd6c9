import type { Page } from "playwright-core";

export type Sight = Awaited<ReturnType<typeof look>>;

/** What a page says and where it leads, as a reader in its language meets it: what is marked as another language, or written by people, is left out. */
export function look(page: Page) {
  return page.evaluate(() => {
    const { lang } = document.documentElement;
    const WRITTEN = ".prose, .diff, .written, .as-typed, .quoted, textarea, code, script, style, noscript, svg";
    const isOurs = (element: Element | null) =>
      element !== null && !element.closest(WRITTEN) && (element.closest("[lang]")?.getAttribute("lang") ?? lang) === lang;
    const tidy = (text: string) => text.replace(/[ \n\t]+/g, " ").trim();

    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (isOurs(walker.currentNode.parentElement)) texts.push(tidy(walker.currentNode.textContent ?? ""));

    const words = [...document.title.split(" — "), ...texts];
    for (const element of document.querySelectorAll(
      "[aria-label], [title], [placeholder], [alt], [aria-description], meta[name=description]",
    ))
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description", "content"])
        if (isOurs(element)) words.push(element.getAttribute(name) ?? "");

    // By its attribute: the links of a drawing (SVG) have an object for theirs.
    const hrefs = (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href);
    return {
      lang,
      title: document.title,
      headings: [...document.querySelectorAll("h1")].map((heading) => tidy(heading.textContent ?? "")),
      texts,
      words: [...new Set(words.map(tidy))].filter((text) => text !== ""),
      canonical: hrefs("link[rel=canonical]"),
      alternates: Object.fromEntries(
        [...document.querySelectorAll<HTMLLinkElement>("link[rel=alternate][hreflang]")].map(({ hreflang, href }) => [hreflang, href]),
      ),
      robots: document.querySelector<HTMLMetaElement>("meta[name=robots]")?.content ?? "",
      links: hrefs("a[href]").filter((href) => href.startsWith(location.origin)),
      deadAnchors: [...document.querySelectorAll<HTMLAnchorElement>("a[href^='#']")]
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))),
      twins: [...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index),
      scripts: [...document.querySelectorAll<HTMLScriptElement>("script")].map(({ src, type }) => src || `inline ${type}`),
    };
  });
}

/** How far the page is wider than its window, at this width. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
