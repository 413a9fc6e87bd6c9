/** Which field of the forms a refusal belongs to. */
export const errorFields: Record<string, string> = {
  "adoption.error.future": "on",
  "adoption.error.longPast": "on",
  "adoption.error.beforeLast": "on",
  "adoption.error.why": "reason",
  "adoption.error.version": "version",
  "adoption.error.province": "province",
  "adoption.error.already": "region",
};
