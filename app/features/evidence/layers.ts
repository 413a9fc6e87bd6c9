type Section = { key: string; heading: string };

type Part = { html: string; sections: Section[] };

/** The section of which a reader needs no more than the bottom line before it. */
const FIRST = "key-messages";

/** The text of a summary in two parts, between which the evidence itself stands: up to the key messages, and what is left. */
export function layersOf(html: string, sections: Section[]): { first: Part; rest: Part } {
  const count = sections.findIndex(({ key }) => key === FIRST) + 1;
  const next = sections[count];
  const end = next ? html.indexOf(`<h2 id="s-${next.key}">`) : html.length;
  const cut = count === 0 || end < 0 ? 0 : end;

  return {
    first: { html: html.slice(0, cut), sections: cut === 0 ? [] : sections.slice(0, count) },
    rest: { html: html.slice(cut), sections: cut === 0 ? sections : sections.slice(count) },
  };
}
