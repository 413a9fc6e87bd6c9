import { quoted } from "~/features/forums/quote";

/** As much of a node as is needed to read it: also what tests make up. */
export type Readable = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<Readable>;
  getAttribute?(name: string): string | null;
};

const TEXT = 3;
const BLOCKS = new Set([
  "P",
  "DIV",
  "SECTION",
  "UL",
  "OL",
  "LI",
  "BLOCKQUOTE",
  "PRE",
  "TABLE",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "HR",
  "DETAILS",
]);

/** A part of a post that was drawn, as Markdown again: words with their marks, links, lists, quotations and code. */
export const markdownOf = (root: Readable): string =>
  blocks(root)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const childrenOf = (node: Readable) => Array.from(node.childNodes);

/** Blocks are told apart by empty lines; what stands between them is a paragraph. */
function blocks(node: Readable): string {
  const parts: string[] = [];
  let line = "";
  const endLine = () => {
    if (line.trim() !== "") parts.push(line.trim());
    line = "";
  };
  for (const child of childrenOf(node)) {
    if (!BLOCKS.has(child.nodeName)) line += inline(child);
    else {
      endLine();
      parts.push(block(child));
    }
  }
  endLine();
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}

function block(node: Readable): string {
  switch (node.nodeName) {
    case "UL":
      return items(node, () => "- ");
    case "OL":
      return items(node, (index) => `${index + Number(node.getAttribute?.("start") ?? 1)}. `);
    case "LI":
      return `- ${blocks(node)}`;
    case "BLOCKQUOTE":
      return quoted(blocks(node));
    case "PRE":
      return `\`\`\`\n${textOf(node).replace(/\n+$/, "")}\n\`\`\``;
    case "HR":
      return "---";
    case "TABLE":
      return rows(node)
        .map((cells) => cells.join(" | "))
        .join("\n");
    default:
      return /^H[2-6]$/.test(node.nodeName) ? `**${blocks(node)}**` : blocks(node);
  }
}

const items = (list: Readable, mark: (index: number) => string): string =>
  childrenOf(list)
    .filter(({ nodeName }) => nodeName === "LI")
    .map((item, index) => {
      const text = blocks(item).replace(/\n\n(?=- |\d+\. )/g, "\n");
      return mark(index) + text.replace(/\n(?=.)/g, `\n${" ".repeat(mark(index).length)}`);
    })
    .join("\n");

function rows(table: Readable): string[][] {
  return childrenOf(table).flatMap((part) =>
    part.nodeName === "TR"
      ? [
          childrenOf(part)
            .filter(({ nodeType }) => nodeType !== TEXT)
            .map((cell) => blocks(cell)),
        ]
      : rows(part),
  );
}

function inline(node: Readable): string {
  if (node.nodeType === TEXT) return (node.nodeValue ?? "").replace(/\s+/g, " ");
  const inside = childrenOf(node).map(inline).join("");
  switch (node.nodeName) {
    case "BR":
      return "\n";
    case "STRONG":
    case "B":
      return marked(inside, "**");
    case "EM":
    case "I":
      return marked(inside, "*");
    case "DEL":
      return marked(inside, "~~");
    case "CODE":
      return marked(textOf(node), "`");
    case "A":
      return link(node, inside);
    case "IMG":
      return `![${node.getAttribute?.("alt") ?? ""}](${node.getAttribute?.("src") ?? ""})`;
    case "INPUT":
      return "";
    default:
      return inside;
  }
}

/** Marks belong at the words: spaces stay outside. */
const marked = (words: string, mark: string): string =>
  words.trim() === "" ? words : words.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);

/** A name stays a name, a mark of a footnote is of no use elsewhere, and any other link keeps where it leads. */
function link(node: Readable, words: string): string {
  const target = node.getAttribute?.("href") ?? "";
  if (words.startsWith("@") || target === "" || words.trim() === "") return words;
  if (target.startsWith("#")) return "";
  return words === target ? words : `[${words}](${target})`;
}

const textOf = (node: Readable): string => (node.nodeType === TEXT ? (node.nodeValue ?? "") : childrenOf(node).map(textOf).join(""));
