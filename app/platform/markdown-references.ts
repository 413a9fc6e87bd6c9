/** What a text may refer to in the portal: handles of people and organizations, addresses of pages, files. */
export type References = { handles: string[]; addresses: string[]; files: string[] };

/** A handle behind an @, where no word, address or other @ touches it; or a path of ours that stands by itself. */
export const reference = () =>
  /(?<![\p{L}\p{N}_@./+-])@([a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)(?![\p{L}\p{N}_@]|[-.][\p{L}\p{N}])|(?<![\p{L}\p{N}_@./:~-])(\/(?:en|fr)\/[^\s<>"'()[\]]+)/giu;

const ADDRESS = /(?:https?:\/\/[^\s/<>"'()[\]]{1,200})?\/(?:en|fr)\/[^\s<>"'()[\]]+/gi;
const FILE = /\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/g;
const OWN_FILE = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const MOST_HANDLES = 500;
const MOST_ADDRESSES = 20;
const MOST_FILES = 50;

/** The references in a text, each once. In code there may be some too, which are then not drawn. In time proportional to its length. */
export function referencesIn(source: string, origin: string): References {
  const handles = new Set<string>();
  const addresses = new Set<string>();
  const files = new Set<string>();
  for (const [, handle] of source.matchAll(reference())) if (handle && handles.size < MOST_HANDLES) handles.add(handle.toLowerCase());
  for (const [address] of source.matchAll(ADDRESS)) {
    const path = ownPathOf(untailed(address), origin);
    if (path?.startsWith("/") && addresses.size < MOST_ADDRESSES) addresses.add(path);
  }
  for (const [, id = ""] of source.matchAll(FILE)) if (files.size < MOST_FILES) files.add(id);
  return { handles: [...handles], addresses: [...addresses], files: [...files] };
}

/** An address without the signs that end a sentence. */
export const untailed = (address: string): string => address.replace(/[.,;:!?*_~»”’]{1,5}$/u, "");

/** A path of this portal, also where the address names its origin. Null where it leads elsewhere. */
export function ownPathOf(address: string, origin: string): string | null {
  const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  return /^\/(?![/\\])/.test(path) ? path : null;
}

/** The id of a file that the portal keeps, where a path leads to one. */
export const fileOf = (path: string): string | null => OWN_FILE.exec(path)?.[1] ?? null;
