/** Words of a post to be quoted: whose they are, where they stand, and what they say, in Markdown. */
export type Quotable = { name: string; number: number; address: string; text: string };

/** A quotation in Markdown, with the name of who said it and the way to where it stands. Two empty lines let one write on under it. */
export function quoteOf({ name, number, address, text }: Quotable): string {
  return `${quoted(`[${quotedName(name)}, #${number}](${address})`)}\n>\n${quoted(text.trim())}\n\n`;
}

/** A name as it stands above a quotation. */
export const quotedName = (name: string): string => name.replace(/([\\[\]*_`<>])/g, "\\$1");

/** Every line behind the mark of a quotation. */
export const quoted = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : `> ${line}`))
    .join("\n");
