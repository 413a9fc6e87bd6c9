/** Where a DOI begins in a text: a registrant's number and a slash. */
const BEGIN = /(?<![\p{L}\p{N}.])10\.\d{4,9}(?:\.\d+)*\//u;

/** Pages of a publisher about a work have its DOI in their address, and one of these behind it. */
const PAGE_OF_PUBLISHER =
  /(?:\/(?:full|fulltext|abstract|summary|pdf|epdf|pdfdirect|epub|html|meta|references|tables|citations?))+$|\.(?:pdf|full|abstract)$/i;

/** The bare DOI, in lower case, out of any of its coats (address, prefix, encoding, signs around it); null where there is none. */
export function doiIn(text: string): string | null {
  if (text.length > 4_000) return null;
  const clean = decoded(text.normalize("NFKC").replace(/[\p{Cf}\p{Cc}]/gu, "")).trim();
  const from = clean.search(BEGIN);
  if (from === -1) return null;

  const before = clean.slice(0, from);
  const isAddress = /^\W*https?:/i.test(before) || /doi\.org\/$/i.test(before);
  const [word = ""] = clean.slice(from).split(/[\s"{}|\\^`«»“”]/);
  let bare = withoutTags(word);
  if (isAddress) [bare = ""] = bare.split(/[?#]/);
  if (isAddress && !/doi\.org\/$/i.test(before)) bare = bare.replace(PAGE_OF_PUBLISHER, "");
  bare = withoutSigns(bare);
  return bare.length <= 300 && /\/.*[\p{L}\p{N}]/u.test(bare) ? bare.toLowerCase() : null;
}

/** Once or twice percent-encoded, as addresses within addresses are. */
function decoded(text: string): string {
  let read = text.replace(/&amp;/gi, "&").replace(/&lt;/gi, "<").replace(/&gt;/gi, ">");
  for (let round = 0; round < 2 && /%(?:2f|25|28|29|3a|3b|3c|3e|5b|5d)/i.test(read); round += 1) {
    try {
      read = decodeURIComponent(read);
    } catch {
      return read;
    }
  }
  return read;
}

/** Angle brackets belong to old DOIs of the form (SICI)…<693::AID-ASI4>3.0.CO;2-O, and to nothing else. */
const withoutTags = (word: string): string => (/<\d+[:\w-]*:[^<>]*>/.test(word) ? word : (word.split(/[<>]/)[0] ?? ""));

/** The signs of the sentence around it, and brackets that were opened before it. */
function withoutSigns(word: string): string {
  let bare = word;
  for (let length = -1; length !== bare.length; ) {
    length = bare.length;
    bare = bare.replace(/[.,;:!?'’*_…/-]+$/u, "");
    for (const [open, close] of ["()", "[]", "<>"] as const) {
      const isClosedMore = bare.endsWith(close as string) && bare.split(close as string).length > bare.split(open as string).length;
      if (isClosedMore) bare = bare.slice(0, -1);
    }
  }
  return bare;
}
