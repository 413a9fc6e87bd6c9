import { isRouteErrorResponse, useLocation, useRouteLoaderData } from "@remix-run/react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { reasonText } from "~/i18n/reason";
import { type ErrorKind, errorKind } from "~/platform/error-kind";
import { pathTo } from "~/platform/paths";

import { SearchBox } from "./search-box";

/** The status of what a route threw; anything that is no answer is a fault of ours. */
export const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

/** What a page says when it cannot be shown. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useTranslation();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const status = statusOf(error);
  const kind: ErrorKind = errorKind(status);
  const reason = useReason(error);
  const reference = (useRouteLoaderData("root") as { requestId?: string } | undefined)?.requestId;
  const isOurs = kind === "unavailable" || kind === "unexpected";

  return (
    <div className="error-page">
      <p className="error-code">{t("site.error.status", { status })}</p>
      <h1 tabIndex={-1}>{t(`site.error.${kind}.title`)}</h1>
      {reason && <p className="error-reason">{reason}</p>}
      {(!reason || kind !== "tooMany") && <p>{t(`site.error.${kind}.text`)}</p>}
      {kind === "notFound" && <SearchBox id="search-again" className="hero-search" large />}
      <p className="cluster">
        {isOurs && <a href={pathname + search}>{t("site.error.again")}</a>}
        {kind === "conflict" && <a href={pathname + search}>{t("site.error.look")}</a>}
        <a href={pathTo(language, "home")}>{t("site.error.back")}</a>
      </p>
      {isOurs && reference && <p className="modified">{t("site.error.reference", { id: reference })}</p>}
    </div>
  );
}

/** The reason that was thrown along, where the dictionary has words for it. */
function useReason(error: unknown): string | null {
  const t = useTranslation();
  const language = useLanguage();
  return isRouteErrorResponse(error) && typeof error.data === "string" ? reasonText(t, error.data, language) : null;
}
