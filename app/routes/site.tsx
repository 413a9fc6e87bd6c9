import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";

import { allows } from "~/features/accounts/roles";
import { useLanguage } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { errorKind } from "~/platform/error-kind";
import { takeFlash } from "~/platform/flash.server";
import { ErrorPage, statusOf } from "~/ui/error-page";
import { SiteFrame } from "~/ui/site-frame";

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const { message, headers } = await takeFlash(request);
  const frame = viewer && {
    name: viewer.name,
    mayWrite: allows(viewer, "practice.write"),
    mayReview: allows(viewer, "practice.review"),
  };
  return json({ message, viewer: frame }, { headers });
}

/** The title of a page that failed, and of one that names none. */
export const meta: MetaFunction<typeof loader> = ({ error, location }) => {
  const t = translator(languageOf(location.pathname) ?? "en");
  if (!error) return [{ title: t("site.name") }, { name: "description", content: t("site.tagline") }];

  return [{ title: `${t(`site.error.${errorKind(statusOf(error))}.title`)} — ${t("site.name")}` }, { name: "robots", content: "noindex" }];
};

export default function Site() {
  const { viewer, message } = useLoaderData<typeof loader>();
  return (
    <SiteFrame viewer={viewer} message={message}>
      <Outlet />
    </SiteFrame>
  );
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>(`${useLanguage()}/site`);
  return (
    <SiteFrame viewer={frame?.viewer ?? null} message={frame?.message ?? null}>
      <ErrorPage error={useRouteError()} />
    </SiteFrame>
  );
}
