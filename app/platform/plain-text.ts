const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The words of HTML that the renderer has drawn, with a line for each block. Citations and the arrows of footnotes are left out. */
export function plainText(html: string): string {
  return html
    .replace(/<a class="citation"[^>]*>\[\d+\]<\/a>/g, "")
    .replace(/↩(?:<sup>\d+<\/sup>)?<\/a>/g, "</a>")
    .replace(/<summary>[^<]*<\/summary>/g, "")
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<\/(?:p|h[2-6]|li|t[dhr]|pre|blockquote|details)>|<[bh]r \/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** How many words a plain text has; “l’eau” and “long-term” are one each. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
