import { type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";

import { frameViewer } from "~/features/accounts/frame-viewer";
import { countUnread } from "~/features/notifications/inbox.server";
import { useLanguage } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { retryAfter } from "~/platform/attempt.server";
import { errorKind } from "~/platform/error-kind";
import { takeFlash } from "~/platform/flash.server";
import { ErrorPage, statusOf } from "~/ui/error-page";
import { SiteFrame } from "~/ui/site-frame";
import type { FrameViewer } from "~/ui/site-header";

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const [{ message, headers }, unread] = await Promise.all([takeFlash(request), viewer ? countUnread(viewer.id) : 0]);
  return json({ message, unread, viewer: frameViewer(viewer) }, { headers });
}

/** Of a refusal: when to try again. */
export const headers: HeadersFunction = ({ errorHeaders }) => (errorHeaders ? retryAfter(errorHeaders) : {});

/** The title of a page that failed, and of one that names none. */
export const meta: MetaFunction<typeof loader> = ({ error, location }) => {
  const t = translator(languageOf(location.pathname) ?? "en");
  if (!error) return [{ title: t("site.name") }, { name: "description", content: t("site.tagline") }];

  return [{ title: `${t(`site.error.${errorKind(statusOf(error))}.title`)} — ${t("site.name")}` }, { name: "robots", content: "noindex" }];
};

export default function Site() {
  const { viewer, unread, message } = useLoaderData<typeof loader>();
  return (
    <SiteFrame viewer={viewer} unread={unread} message={message}>
      <Outlet />
    </SiteFrame>
  );
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>(`${useLanguage()}/site`);
  // After a form that was refused the loader above has not run; that of the document has.
  const root = useRouteLoaderData("root") as { viewer?: FrameViewer } | undefined;
  return (
    <SiteFrame viewer={frame?.viewer ?? root?.viewer ?? null} unread={frame?.unread ?? 0} message={frame?.message ?? null}>
      <ErrorPage error={useRouteError()} />
    </SiteFrame>
  );
}
