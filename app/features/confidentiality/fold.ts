const plainSigns: Record<string, string> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "‑": "-",
  "–": "-",
  "—": "-",
};

const folded = new Map<string, string>(Object.entries(plainSigns));
for (let code = 0x41; code < 0x180; code += 1) {
  const sign = String.fromCharCode(code);
  const [base = sign] = sign.toLowerCase().normalize("NFD");
  folded.set(sign, base);
}

/** The text in small letters without accents, sign by sign, so that every place in it is the same place in the text. */
export function fold(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    plain += folded.get(sign) ?? sign;
  }
  return plain;
}
