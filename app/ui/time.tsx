import { useLanguage } from "~/i18n/context";
import { formatDate, formatTime } from "~/i18n/format";

import { useTimeZone } from "./time-zone";

/** A date, or a moment where `withTime` asks for the hour too, in the words of the page's language and in the zone of who reads. */
export function Time({ at, withTime = false, zone }: { at: string | Date; withTime?: boolean; zone?: string }) {
  const language = useLanguage();
  const ownZone = useTimeZone();
  const iso = new Date(at).toISOString();

  // The browser may know other forms of a date than the server: what the server wrote stays.
  return (
    <time suppressHydrationWarning dateTime={withTime ? iso : iso.slice(0, 10)}>
      {withTime ? formatTime(at, language, zone ?? ownZone) : formatDate(at, language)}
    </time>
  );
}
