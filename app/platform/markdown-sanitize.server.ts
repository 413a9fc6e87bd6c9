import sanitizeHtml, { type Attributes, type IOptions } from "sanitize-html";

/** The tags that a text of ours can have, with their attributes. Whatever is not here does not leave the renderer. */
export const allowedTags: Record<string, readonly (string | { name: string; values: string[] })[]> = {
  a: [
    "href",
    "id",
    "aria-describedby",
    "aria-label",
    { name: "rel", values: ["ugc nofollow noopener"] },
    { name: "role", values: ["doc-noteref"] },
  ],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  details: [],
  div: [{ name: "role", values: ["region"] }, { name: "tabindex", values: ["0"] }, "aria-label"],
  em: [],
  h2: ["id"],
  h3: ["id"],
  h4: ["id"],
  h5: ["id"],
  h6: ["id"],
  hr: [],
  img: ["src", "alt", "width", "height", { name: "loading", values: ["lazy"] }, { name: "decoding", values: ["async"] }],
  input: [{ name: "type", values: ["checkbox"] }, "disabled", "checked", "aria-label"],
  li: ["id"],
  ol: ["start"],
  p: [],
  pre: [{ name: "tabindex", values: ["0"] }],
  section: [],
  strong: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: [],
  th: [{ name: "scope", values: ["col"] }],
  thead: [],
  tr: [],
  ul: [],
};

/** The classes that the renderer writes, by tag; nobody else can set one. */
export const allowedClasses: Record<string, string[]> = {
  a: ["citation", "mention"],
  details: ["spoiler"],
  div: ["table-scroll"],
  li: ["task"],
  section: ["footnotes"],
  td: ["align-center", "align-right"],
  th: ["align-center", "align-right"],
};

/** Lists nest up to 20 deep, with two tags each; what is inside them adds a few more. */
const DEEPEST = 100;

const EXTERNAL = /^(?:https?|mailto):/i;
const INTERNAL = /^(?:#|\/(?![/\\]))/;
const OWN_FILE = /^\/files\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OWN_ID = /^s-[^\s"'<>&]+$/;

/**
 * The last word on what leaves the renderer: a positive list. Ids start with `s-`, so that no text can take the name of
 * something on the page around it, and are given once. Links lead to the web, to a mail program, or into the portal. Pictures are files
 * that the portal keeps itself.
 */
export function sanitize(html: string): string {
  const ids = new Set<string>();
  return sanitizeHtml(html, {
    ...options,
    exclusiveFilter: ({ tag, attribs }) => tag === "img" && !OWN_FILE.test(attribs.src ?? ""),
    transformTags: { "*": (tagName, attribs) => ({ tagName, attribs: checked(attribs, ids) }) },
  });
}

function checked(attribs: Attributes, ids: Set<string>): Attributes {
  const { href, id, ...others } = attribs;
  const kept: Attributes = others;
  if (id !== undefined && OWN_ID.test(id) && !ids.has(id)) {
    ids.add(id);
    kept.id = id;
  }
  if (href === undefined) return kept;
  if (EXTERNAL.test(href)) return { ...kept, href, rel: "ugc nofollow noopener" };
  return INTERNAL.test(href) ? { ...kept, href } : kept;
}

const options: IOptions = {
  allowedTags: Object.keys(allowedTags),
  allowedAttributes: Object.fromEntries(
    Object.entries(allowedTags).map(([tag, names]) => [
      tag,
      names.map((name) => (typeof name === "string" ? name : { ...name, multiple: false })),
    ]),
  ),
  allowedClasses,
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href", "src"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  nonTextTags: [
    "script",
    "style",
    "textarea",
    "option",
    "xmp",
    "noscript",
    "template",
    "title",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "svg",
    "math",
  ],
  nestingLimit: DEEPEST,
  parseStyleAttributes: false,
};
