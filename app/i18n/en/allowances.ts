export const allowances = {
  title: "",
} as const;
