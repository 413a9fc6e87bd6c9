import type { Translate } from "./translate";

/**
 * Reads the reason of a refusal: keys of the dictionary parted by blanks, each of which may bring a number for its blank behind a colon. Null
 * where one of them has no words.
 */
export function reasonText(t: Translate, reason: string): string | null {
  const say = t as unknown as (key: string, options: object) => unknown;
  const sentences = reason.split(" ").map((part) => {
    const [key = "", count] = part.split(":");
    const words = say(key, {
      ...(count === undefined ? {} : { count: Number(count) }),
      defaultValue: "",
      nsSeparator: false,
      returnObjects: true,
    });
    return typeof words === "string" ? words : "";
  });
  return sentences.every((words) => words !== "") ? sentences.join(" ") : null;
}
