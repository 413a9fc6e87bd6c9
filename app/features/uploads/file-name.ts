import { LONGEST_NAME } from "./limits";

/** Nothing that is not seen, that turns the order of letters around, or that a file system or a header takes for something else. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}"*:<>?|]/gu;

/** The name of a file as it was sent: without the folders before it and hidden signs, of 120 characters at most, ending in its type. */
export function cleanName(sent: string, extension: string, otherwise: string): string {
  const last = sent.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(NOT_IN_NAMES, "")
    .replace(/\s+/g, " ")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replace(/^[. ]+|[. ]+$/g, "");
  const room = LONGEST_NAME - extension.length - 1;
  const short = [...stem].slice(0, room).join("").trimEnd();
  return `${short || otherwise}.${extension}`;
}

/** A name as the words of a link in Markdown. */
export const asWords = (name: string): string => name.replace(/[\\`*_[\]<>~!#&@|]/g, "\\$&");

/** What a browser is told to call a file that it keeps (RFC 6266, RFC 5987). */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^ -~]/g, "_").replace(/["\\%]/g, "_");
  if (plain === name) return `${kind}; filename="${plain}"`;

  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
