/** So many entries of an import stand on a page of its preview. */
export const PREVIEWED = 50;
