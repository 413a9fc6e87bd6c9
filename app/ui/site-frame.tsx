import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { Flash } from "./flash";
import { Notice } from "./notice";
import { SiteFooter } from "./site-footer";
import { type FrameViewer, SiteHeader } from "./site-header";

type Props = { viewer: FrameViewer; unread?: number; message?: string | null; children: ReactNode };

/** What stands around every page, be it well or an error. */
export function SiteFrame({ viewer, unread, message, children }: Props) {
  const t = useTranslation();

  return (
    <>
      <div className="skip-links">
        <a href="#main">{t("site.skipToContent")}</a>
        <a href="#footer">{t("site.skipToFooter")}</a>
      </div>
      <SiteHeader viewer={viewer} unread={unread} />
      <main className="site-main frame" id="main" tabIndex={-1}>
        <Flash message={message} />
        {viewer?.owesSecondFactor && <OwedSecondFactor />}
        {children}
      </main>
      <SiteFooter />
    </>
  );
}

/** Tells those whose role rests what it waits for, but for where they are at it. */
function OwedSecondFactor() {
  const t = useTranslation();
  const security = pathTo(useLanguage(), "security");
  if (useLocation().pathname.startsWith(security)) return null;

  return (
    <Notice kind="warning" title={t("admin.notice.secondFactor")}>
      <p>
        {t("admin.notice.secondFactorText")} <a href={security}>{t("admin.notice.secondFactorAction")}</a>
      </p>
    </Notice>
  );
}
