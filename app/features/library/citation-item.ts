import type { CslItem, CslName } from "~/features/evidence/csl";
import { translator } from "~/i18n/translate";

import type { Citation } from "./citation";

/**
 * A version as an item of the styles. The portal is its source and not its container: the styles would make it a chapter of a book. Names
 * stay whole, for nobody has said which part of them is the family's.
 */
export function itemOf(citation: Omit<Citation, "item">): CslItem {
  const { id, kind, version, title, organization, portal } = citation;
  const [year = 0, month = 0, day = 0] = version.publishedOn.split("-").map(Number);

  return {
    id: `${kind}-${id.slice(-6)}-${version.language}-${version.number}`,
    type: "report",
    genre: translator(version.language)(`citing.genre.${kind}`),
    title,
    author: authorsOf(citation),
    issued: { "date-parts": [[year, month, day]] },
    version: String(version.number),
    publisher: organization?.name ?? portal.name,
    source: portal.name,
    URL: version.address,
    language: version.language,
  };
}

/** Where nobody is named, the organization answers for it, and where that is not named either the portal does. */
function authorsOf({ authors, organization, portal }: Pick<Citation, "authors" | "organization" | "portal">): CslName[] {
  const names = authors.map(({ name }) => name).filter((name) => name !== "");
  return (names.length > 0 ? names : [organization?.name ?? portal.name]).map((literal) => ({ literal }));
}
