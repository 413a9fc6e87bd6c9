import { useLanguage } from "~/i18n/context";
import { formatDay } from "~/i18n/format";
import { useTimeZone } from "~/ui/time-zone";

/** The day of a moment, in few letters and in the zone of who reads: for lists. */
export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{formatDay(at, useLanguage(), useTimeZone())}</time>;
}
