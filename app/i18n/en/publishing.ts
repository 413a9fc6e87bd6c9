export const publishing = {
  title: "publishing",
} as const;
