/** How wide letters are, in em and rather too wide than too narrow: no font is measured on the server. */
const NARROW = /[iljtfrI.,:;'’!|()[\]\- ]/;
const WIDE = /[mwMW@%&—…Œœæ]/;

/** How wide a text is at most, in em. */
export const widthOf = (text: string): number => [...text.normalize("NFC")].reduce((width, letter) => width + widthOfLetter(letter), 0);

function widthOfLetter(letter: string): number {
  const base = letter.normalize("NFD")[0] ?? "";
  if (NARROW.test(base)) return 0.38;
  if (WIDE.test(base)) return 0.95;
  if (!/[\u0020-\u024f]/.test(base)) return 1.1;
  return /[A-Z0-9]/.test(base) ? 0.7 : 0.57;
}

/** A text on so many lines at most, each no wider than so many em; what has no room is cut off at a word, with an ellipsis. */
export function linesOf(text: string, em: number, most: number): string[] {
  const words = text.split(/[^\S\u00a0]+/).filter((word) => word !== "");
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    const fitting = countFitting(words, em);
    lines.push(fitting === 0 ? cutWord(words.shift() ?? "", em) : words.splice(0, fitting).join(" "));
    // What comes after half a word would seem to belong to it.
    if (fitting === 0) return lines;
  }
  if (words.length > 0) lines.push(withEllipsis(lines.pop() ?? "", em));
  return lines;
}

function countFitting(words: string[], em: number): number {
  let count = 0;
  while (count < words.length && widthOf(words.slice(0, count + 1).join(" ")) <= em) count++;
  return count;
}

function cutWord(word: string, em: number): string {
  const letters = [...word.normalize("NFC")];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`) > em) letters.pop();
  return `${letters.join("")}…`;
}

function withEllipsis(line: string, em: number): string {
  const words = line.split(" ");
  while (words.length > 1 && widthOf(`${words.join(" ")}…`) > em) words.pop();
  const cut = words.join(" ").replace(/[\s,;:.–—-]+$/, "");
  return widthOf(`${cut}…`) <= em ? `${cut}…` : cutWord(cut, em);
}
