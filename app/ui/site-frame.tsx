import type { ReactNode } from "react";

import { useTranslation } from "~/i18n/context";

import { Flash } from "./flash";
import { SiteFooter } from "./site-footer";
import { type FrameViewer, SiteHeader } from "./site-header";

/** What stands around every page, be it well or an error. */
export function SiteFrame({ viewer, message, children }: { viewer: FrameViewer; message?: string | null; children: ReactNode }) {
  const t = useTranslation();

  return (
    <>
      <div className="skip-links">
        <a href="#main">{t("site.skipToContent")}</a>
        <a href="#footer">{t("site.skipToFooter")}</a>
      </div>
      <SiteHeader viewer={viewer} />
      <main className="site-main frame" id="main" tabIndex={-1}>
        <Flash message={message} />
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
