import type { Edit, Selected } from "~/features/publishing/markdown-toolbar";

export const selectedIn = (area: HTMLTextAreaElement): Selected => ({
  text: area.value,
  start: area.selectionStart,
  end: area.selectionEnd,
});

/** Changes the field as typing would, so that it can be taken back with Ctrl+Z: only this old command does that. */
export function write(area: HTMLTextAreaElement, { from, to, insert, start, end }: Edit) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  const isWritten = insert === "" ? from === to || document.execCommand("delete") : document.execCommand("insertText", false, insert);
  if (!isWritten) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}

/** Puts one piece of text in the place of another while someone may be writing elsewhere in the field: the cursor stays at its words. */
export function exchange(area: HTMLTextAreaElement, old: string, insert: string) {
  const from = area.value.indexOf(old);
  if (from === -1) return;
  const to = from + old.length;
  const moved = (place: number) => (place <= from ? place : place >= to ? place + insert.length - old.length : from + insert.length);
  const [start, end] = [moved(area.selectionStart), moved(area.selectionEnd)];
  if (document.activeElement === area) return write(area, { from, to, insert, start, end });
  area.setRangeText(insert, from, to, "preserve");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
