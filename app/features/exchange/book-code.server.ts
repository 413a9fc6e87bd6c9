import { create, toBuffer } from "qrcode";

/** A code that a phone reads as an address, as squares in a field of so many by so many. */
export type Code = { size: number; isDark: (row: number, column: number) => boolean };

const LEVEL = { errorCorrectionLevel: "M" } as const;

/** The code of an address. */
export function codeOf(address: string): Code {
  const { modules } = create(address, LEVEL);
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** The same as a drawing that scales. */
export function codeDrawing(address: string, name: string): string {
  const { size, isDark } = codeOf(address);
  const rows = Array.from({ length: size }, (_, row) => row);
  const path = rows.flatMap((row) => rows.filter((column) => isDark(row, column)).map((column) => `M${column + 4} ${row + 4}h1v1h-1z`));
  const whole = size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" role="img" aria-label="${name}"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path fill="#000" d="${path.join("")}"/></svg>`;
}

/** The same as a picture, for what takes no drawings. */
export const codePicture = (address: string): Promise<Buffer> => toBuffer(address, { ...LEVEL, scale: 8, margin: 4 });
