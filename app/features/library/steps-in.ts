import { plainText } from "~/platform/plain-text";

const STEPS = 100;
const LENGTH = 600;

/**
 * The steps of the first numbered list in a section of rendered text, in plain words; none where there is no such list. What is listed within a
 * step belongs to it.
 */
export function stepsIn(html: string, key: string): string[] {
  const section = sectionIn(html, key);
  const steps: string[] = [];
  const lists: string[] = [];
  let from = -1;
  for (const { 0: tag, index, 1: close, 2: name = "" } of section.matchAll(/<(\/?)(ol|ul|li)\b[^>]*>/g)) {
    const isOfSteps = lists.length === 1 && lists[0] === "ol";
    if (name === "li" && isOfSteps && !close) from = index + tag.length;
    else if (name === "li" && isOfSteps && from !== -1) {
      steps.push(plainText(section.slice(from, index)).replace(/\s+/g, " ").slice(0, LENGTH));
      from = -1;
    } else if (name !== "li" && close) {
      if (lists.pop() === "ol" && lists.length === 0 && steps.length > 0) break;
    } else if (name !== "li") lists.push(name);
  }
  return steps.filter((step) => step !== "").slice(0, STEPS);
}

/** What stands between the heading of a section and the next. */
function sectionIn(html: string, key: string): string {
  const start = html.indexOf(`<h2 id="s-${key}"`);
  if (start === -1) return "";
  const end = html.indexOf("<h2 ", start + 1);
  return html.slice(start, end === -1 ? undefined : end);
}
