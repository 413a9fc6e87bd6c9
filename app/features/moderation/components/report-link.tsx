import { useTranslation } from "~/i18n/context";

/** The quiet way from a page to its report, at its foot. */
export function ReportLink({ href, what }: { href: string; what: "guide" | "summary" | "person" | "organization" }) {
  const t = useTranslation();

  return (
    <a className="quiet-link no-print" href={href}>
      {t(`flags.${what}Label`)}
    </a>
  );
}
