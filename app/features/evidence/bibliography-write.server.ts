import type { WrittenFormat } from "./bibliography.server";
import { bibtexOf } from "./bibtex-write";
import type { CslItem } from "./csl";
import { risOf } from "./ris-write.server";

/** A file with these references, each under its key. */
export function write(items: CslItem[], format: WrittenFormat): string {
  const keyed = withKeys(items);
  if (format === "csl") return `${JSON.stringify(keyed, null, 2)}\n`;
  return keyed.map(format === "bibtex" ? bibtexOf : risOf).join("\n");
}

/** Every reference has a key, and none the same. */
function withKeys(items: CslItem[]): (CslItem & { id: string })[] {
  const taken = new Set<string>();
  return items.map((item, at) => {
    let id = item.id ?? `reference-${at + 1}`;
    while (taken.has(id)) id += "-";
    taken.add(id);
    return { ...item, id };
  });
}
