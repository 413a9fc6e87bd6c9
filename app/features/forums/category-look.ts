/** The colours of categories, as keys. Each is mixed with ground and ink of the theme, so that the sign stands out in light and dark. */
export const palette = ["teal", "moss", "amber", "clay", "berry", "plum", "blue", "slate"] as const;

/** Their signs. Colour and sign only stand beside the name, and never for it. */
export const icons = [
  "chat",
  "question",
  "people",
  "share",
  "chart",
  "tools",
  "calendar",
  "megaphone",
  "compass",
  "heart",
  "book",
  "house",
] as const;

export type CategoryColour = (typeof palette)[number];
export type CategoryIcon = (typeof icons)[number];

/** What is stored as a colour or a sign, or the first of its list where that is no longer known. */
export const knownColour = (colour: string): CategoryColour => palette.find((each) => each === colour) ?? palette[0];
export const knownIcon = (icon: string): CategoryIcon => icons.find((each) => each === icon) ?? icons[0];
