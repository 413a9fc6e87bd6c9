/** A piece of XML that is sound and may be put into another. */
export type Xml = { xml: string };

type Child = Xml | string | number | null | undefined | false | Child[];

/** An element. Texts are escaped; what is missing is left out. */
export function el(name: string, attributes: Record<string, string | number | null | undefined>, ...children: Child[]): Xml {
  const told = Object.entries(attributes).flatMap(([key, value]) => (value == null ? [] : [` ${key}="${escaped(String(value))}"`]));
  const inside = children.map(inner).join("");
  return { xml: inside === "" ? `<${name}${told.join("")}/>` : `<${name}${told.join("")}>${inside}</${name}>` };
}

/** An element for each text that there is. */
export const each = (name: string, texts: (string | null | undefined)[], attributes: Record<string, string> = {}): Xml[] =>
  texts.flatMap((text) => (text ? [el(name, attributes, text)] : []));

function inner(child: Child): string {
  if (child == null || child === false) return "";
  if (Array.isArray(child)) return child.map(inner).join("");
  return typeof child === "object" ? child.xml : escaped(String(child));
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Without the signs that XML 1.0 cannot hold. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
