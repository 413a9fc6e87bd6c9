export const practices = {
  title: "practices",
} as const;
