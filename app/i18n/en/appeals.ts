export const appeals = {
  title: "",
} as const;
