/** Where a quotation goes: at the cursor, behind the line it is in, with an empty line before it. */
export function placeFor(text: string, cursor: number): { place: number; before: string } {
  const lineEnd = text.indexOf("\n", cursor);
  const place = lineEnd === -1 ? text.length : lineEnd;
  const written = text.slice(0, place);
  if (written.trim() === "") return { place, before: "" };
  return { place, before: written.endsWith("\n\n") ? "" : written.endsWith("\n") ? "\n" : "\n\n" };
}
