import { languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { type KindName, kindNames, listOf } from "./kind-shape";

/**
 * The kind whose address this is: guides are under one path, summaries under another. The router takes capitals and encoded letters for the
 * same address, so they are here too.
 */
export function kindOfPath(pathname: string): KindName {
  const place = plain(partsOf(pathname)[1] ?? "");
  const isPlaceOf = (kind: KindName) => languages.some((language) => partsOf(pathTo(language, listOf[kind]))[1] === place);

  return kindNames.find(isPlaceOf) ?? "practice";
}

const partsOf = (pathname: string) => pathname.split("/").filter(Boolean);

function plain(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part.toLowerCase();
  }
}
