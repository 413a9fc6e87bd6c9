import { useLanguage } from "~/i18n/context";
import { formatDate, formatTime } from "~/i18n/format";

/** A date, or a moment where `withTime` asks for the hour too, in the words of the page's language. */
export function Time({ at, withTime = false }: { at: string | Date; withTime?: boolean }) {
  const language = useLanguage();
  const iso = new Date(at).toISOString();

  // The browser may know other forms of a date than the server: what the server wrote stays.
  return (
    <time suppressHydrationWarning dateTime={withTime ? iso : iso.slice(0, 10)}>
      {withTime ? formatTime(at, language) : formatDate(at, language)}
    </time>
  );
}
