const kinds = {
  400: "invalid",
  403: "forbidden",
  404: "notFound",
  405: "invalid",
  409: "conflict",
  410: "gone",
  413: "tooLarge",
  415: "invalid",
  422: "invalid",
  429: "tooMany",
  503: "unavailable",
} as const;

export type ErrorKind = (typeof kinds)[keyof typeof kinds] | "unexpected";

/** Which words of the dictionary belong to a status. */
export const errorKind = (status: number): ErrorKind => kinds[status as keyof typeof kinds] ?? "unexpected";
