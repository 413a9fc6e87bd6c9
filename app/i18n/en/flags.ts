export const flags = {
  title: "",
} as const;
