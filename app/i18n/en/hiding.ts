export const hiding = {
  title: "",
} as const;
