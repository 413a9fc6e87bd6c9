import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { useLanguage } from "~/i18n/context";
import { errorKind } from "~/platform/error-kind";
import styles from "~/styles/portal.css";
import { ErrorPage } from "~/ui/error-page";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ context }: LoaderFunctionArgs) {
  return json({ nonce: context.nonce });
}

/** The root asks nothing of the address, so it need not be asked again. */
export const shouldRevalidate = () => false;

/** The document. The framework's scripts are in it only where a page asks for them: `export const handle = { hydrates: true }`. */
export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const nonce = useRouteLoaderData<typeof loader>("root")?.nonce;
  const hydrates = useMatches().some(({ handle }) => (handle as { hydrates?: boolean } | undefined)?.hydrates);

  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <script src="/build/comforts.js" defer />
      </head>
      <body>
        {children}
        {hydrates && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Document() {
  return <Outlet />;
}

/** The last error page, when even the frame of the site could not be drawn. */
export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage kind={errorKind(isRouteErrorResponse(error) ? error.status : 500)} />;
}
