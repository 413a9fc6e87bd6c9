import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { frameViewer } from "~/features/accounts/frame-viewer";
import { useLanguage } from "~/i18n/context";
import { languageOf, languages } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import readingFont from "~/styles/fonts/atkinson-hyperlegible-next.woff2";
import memberStyles from "~/styles/members.css";
import styles from "~/styles/portal.css";
import { useAlternates } from "~/ui/alternates";
import { ErrorPage } from "~/ui/error-page";

export const links: LinksFunction = () => [
  { rel: "preload", href: readingFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  // The server builds the address of the request from the portal's own origin, never from a header.
  const { nonce, requestId, viewer } = context;
  return json({ nonce, requestId, viewer: frameViewer(viewer), origin: new URL(request.url).origin });
}

export const meta: MetaFunction = ({ location }) => [{ title: translator(languageOf(location.pathname) ?? "en")("site.name") }];

/** The root asks nothing of the address, so it need not be asked again. */
export const shouldRevalidate = () => false;

/** The document. The framework's scripts are in it only where a page asks for them: `export const handle = { hydrates: true }`. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const hydrates = useMatches().some(({ handle }) => (handle as { hydrates?: boolean } | undefined)?.hydrates);

  return (
    // The short script writes the chosen appearance here before the page is drawn.
    <html lang={useLanguage()} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0c3b38" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0a2523" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
        {/* What visitors never see, they need not load. */}
        {root?.viewer && <link rel="stylesheet" href={memberStyles} />}
        <OtherLanguages origin={root?.origin} />
        <script src="/theme.js" />
        <script src="/build/comforts.js" defer />
      </head>
      <body>
        {children}
        {hydrates && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  );
}

/** Tells search engines the one address of this page, and that of its other language. */
function OtherLanguages({ origin }: { origin: string | undefined }) {
  const { alternates, language, isKnown } = useAlternates();
  if (!origin || !isKnown) return null;

  return (
    <>
      {alternates[language] && <link rel="canonical" href={origin + alternates[language]} />}
      {languages.map((each) => alternates[each] && <link key={each} rel="alternate" hrefLang={each} href={origin + alternates[each]} />)}
    </>
  );
}

export default function Document() {
  return <Outlet />;
}

/** The last error page, when even the frame of the site could not be drawn. */
export function ErrorBoundary() {
  return (
    <main className="site-main frame" id="main">
      <ErrorPage error={useRouteError()} />
    </main>
  );
}
