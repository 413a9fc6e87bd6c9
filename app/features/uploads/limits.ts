/** What a picture may be, as it is sent. */
export const MAX_PICTURE_BYTES = 8_000_000;
export const MAX_PIXELS = 50_000_000;

/** What a form offers to choose from. What a file really is, its bytes tell. */
export const PICTURE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"];

/** What a file in a post may be, as it is sent, and how many there may be: in a post, of a person on their first day. */
export const MAX_ATTACHMENT_BYTES = 10_000_000;
export const MOST_ATTACHMENTS = 10;
export const MOST_ON_FIRST_DAY = 1;

/** What the files of one person may take up, as they are kept. */
export const MAX_STORED_BYTES = 500_000_000;

/** What a form offers to choose from for a post. */
export const ATTACHMENT_TYPES = [...PICTURE_TYPES, "application/pdf"];

export const LONGEST_NAME = 120;
