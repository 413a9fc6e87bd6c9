/** What a picture may be, as it is sent. */
export const MAX_PICTURE_BYTES = 8_000_000;
export const MAX_PIXELS = 50_000_000;

/** What a form offers to choose from. What a file really is, its bytes tell. */
export const PICTURE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"];
