export const holds = {
  title: "",
} as const;
