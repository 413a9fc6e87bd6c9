import { pathToFileURL } from "node:url";

import type { Language } from "~/i18n/languages";

/** One line of the map: an address with its blanks, the file that answers it, and the id by which Remix knows it. */
export type Route = { path: string; file: string; language: Language | null; id: string };

/** Asks the map as the compiler does. */
export async function readMap(): Promise<Route[]> {
  const { default: map } = (await import(pathToFileURL("remix.config.js").href)) as {
    default: { routes: (define: (build: (add: (...route: unknown[]) => void) => void) => void) => void };
  };
  const found: Route[] = [];
  let language: Language | null = null;
  map.routes((build) =>
    build((path, file, ...more) => {
      const isFrame = file === "routes/site.tsx";
      if (isFrame) language = path as Language;
      const { id } = (more.find((each) => typeof each === "object") ?? {}) as { id?: string };
      found.push({ path: isFrame ? "" : String(path), file: String(file), language, id: id ?? String(file).replace(/\.tsx?$/, "") });
      for (const inside of more) if (typeof inside === "function") inside();
      if (isFrame) language = null;
    }),
  );
  return found;
}
