import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";

import { errorKind } from "~/platform/error-kind";
import { takeFlash } from "~/platform/flash.server";
import { ErrorPage } from "~/ui/error-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { message, headers } = await takeFlash(request);
  return json({ message, viewer: context.viewer && { name: context.viewer.name } }, { headers });
}

export default function Site() {
  return (
    <main id="main">
      <Outlet />
    </main>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <main id="main">
      <ErrorPage kind={errorKind(isRouteErrorResponse(error) ? error.status : 500)} />
    </main>
  );
}
