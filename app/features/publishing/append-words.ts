import { sectionsOf } from "./sections";

/** Words at the end of a section of a text, or of the whole where the section is gone. Headings among them become smaller, so that they open no section. */
export function appendTo(body: string, section: string, words: string): string {
  const added = withoutSections(words).trim();
  const parts = sectionsOf(body).map(({ key, text }) => ({ key, text }));
  const at = section === "" ? -1 : parts.findLastIndex(({ key }) => key === section);
  const before = parts.slice(0, at === -1 ? parts.length : at + 1).map(({ text }) => text);
  const after = at === -1 ? [] : parts.slice(at + 1).map(({ text }) => text);

  const head = before.join("").trimEnd();
  return (
    [head === "" ? added : `${head}\n\n${added}`, after.join("")].filter((part) => part !== "").join("\n\n") +
    (after.length > 0 ? "" : "\n")
  );
}

const withoutSections = (words: string): string =>
  sectionsOf(words)
    .map(({ text }) => text.replace(/^##(?=[ \t])/, "###"))
    .join("");
