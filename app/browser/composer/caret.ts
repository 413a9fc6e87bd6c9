const COPIED = [
  "boxSizing",
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
  "fontFamily",
  "fontSize",
  "fontStyle",
  "fontWeight",
  "letterSpacing",
  "lineHeight",
  "tabSize",
  "textIndent",
  "wordSpacing",
] as const;

/** Puts a list under a place in the text of a field, within the field's own width. The list is placed in what holds the field. */
export function caretIn(area: HTMLTextAreaElement, place: number, list: HTMLElement) {
  const mirror = document.createElement("div");
  const style = getComputedStyle(area);
  for (const name of COPIED) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: "absolute",
    visibility: "hidden",
    insetInlineStart: "0",
    top: "0",
    width: `${area.offsetWidth}px`,
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
  });
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  mirror.append(area.value.slice(0, place), mark);
  area.parentElement?.append(mirror);
  const line = Number.parseFloat(style.lineHeight) || mark.offsetHeight;
  const top = area.offsetTop + mark.offsetTop - area.scrollTop + line;
  const left = Math.min(mark.offsetLeft, Math.max(0, area.offsetWidth - list.offsetWidth - 8));
  mirror.remove();
  list.style.top = `${Math.max(area.offsetTop, Math.min(top, area.offsetTop + area.offsetHeight))}px`;
  list.style.left = `${area.offsetLeft + left}px`;
}
