import type { BookFace } from "./book";

/** The day that a file is of: that of its newest text, at midnight. */
export const dayOf = (faces: Pick<BookFace, "publishedOn">[]): Date => {
  const newest = faces.map(({ publishedOn }) => publishedOn).sort();
  return new Date(`${newest.at(-1) ?? "2000-01-01"}T00:00:00Z`);
};
