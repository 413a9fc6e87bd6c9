export const confidentiality = {
  title: "",
} as const;
