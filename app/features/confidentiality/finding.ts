/** What may point to a person whom a text speaks of. */
export const findingKinds = [
  "NAME",
  "HEALTH_CARD",
  "SIN",
  "PHONE",
  "POSTAL_CODE",
  "BIRTH_DATE",
  "ADDRESS",
  "EMAIL",
  "RECORD_NUMBER",
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** A passage that may tell who a client is. What is direct tells it by itself; the rest may belong to anyone. */
export type Finding = {
  kind: FindingKind;
  start: number;
  end: number;
  passage: string;
  isDirect: boolean;
  /** How old the person is said to be, in full tens, where that stands beside a name. */
  decade?: number;
};
