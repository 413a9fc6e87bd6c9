/** How long what someone tells of themselves may be, in characters. */
export const MAX_LENGTH = { pronouns: 40, position: 120, about: 1_500 };

export const MAX_TOPICS = 8;
export const MAX_LANGUAGES = 8;

/** Beyond this many a list says "more than", since counting on would cost more than knowing is worth. */
export const MOST_COUNTED = 100;

/** Of how many people someone may want to hear less. */
export const MOST_DISTANCES = 500;
