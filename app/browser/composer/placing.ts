/** Where a quotation goes: at the cursor, behind the line or the quotation that it is in, with an empty line before it and behind it. */
export function placeFor(text: string, cursor: number): { place: number; before: string; after: string } {
  let place = endOfLine(text, cursor);
  let start = text.lastIndexOf("\n", place - 1) + 1;
  while (text.startsWith(">", start) && text.startsWith(">", place + 1)) {
    start = place + 1;
    place = endOfLine(text, start);
  }
  const rest = text.slice(place);
  const after = rest.trim() === "" || rest.startsWith("\n\n") ? "" : "\n";
  const written = text.slice(0, place);
  if (written.trim() === "") return { place, before: "", after };
  return { place, before: written.endsWith("\n\n") ? "" : written.endsWith("\n") ? "\n" : "\n\n", after };
}

function endOfLine(text: string, place: number): number {
  const end = text.indexOf("\n", place);
  return end === -1 ? text.length : end;
}
