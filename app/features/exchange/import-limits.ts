/** The largest file that someone may bring, in bytes; what is in it when unpacked; how many parts and pictures it may have. */
export const MOST_IMPORTED_BYTES = 10_000_000;
export const MOST_UNPACKED_BYTES = 60_000_000;
export const MOST_PARTS = 2_000;
export const MOST_PICTURES = 30;
