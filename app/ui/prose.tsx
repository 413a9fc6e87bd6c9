import { useTranslation } from "~/i18n/context";

import { classNames } from "./class-names";

/** Text that the server has rendered and made safe (~/platform/markdown.server). Nothing else may be given to it. */
export function Prose({ html, lang, className }: { html: string; lang?: string | undefined; className?: string }) {
  const t = useTranslation();
  return (
    <div
      className={classNames("prose", className)}
      lang={lang}
      data-copy-link={t("site.copyLink.label")}
      data-copied-link={t("site.copyLink.done")}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from Markdown and sanitized on the server
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
