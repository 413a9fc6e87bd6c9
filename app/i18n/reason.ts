import { formatTime } from "./format";
import type { Language } from "./languages";
import type { Translate } from "./translate";

/**
 * Reads the reason of a refusal: keys of the dictionary parted by blanks, each of which may bring a number for its blank behind a colon, or a
 * moment (in milliseconds) behind an @. Null where one of them has no words.
 */
export function reasonText(t: Translate, reason: string, language: Language): string | null {
  const say = t as unknown as (key: string, options: object) => unknown;
  const sentences = reason.split(" ").map((part) => {
    const [, key = "", sign, number] = /^([^:@]*)(?:([:@])(\d+))?/.exec(part) ?? [];
    const words = say(key, {
      ...(sign === ":" ? { count: Number(number) } : {}),
      ...(sign === "@" ? { time: formatTime(new Date(Number(number)), language) } : {}),
      defaultValue: "",
      nsSeparator: false,
      returnObjects: true,
    });
    return typeof words === "string" ? words : "";
  });
  return sentences.every((words) => words !== "") ? sentences.join(" ") : null;
}
