import "@remix-run/node";

import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";

declare module "@remix-run/node" {
  /** What every loader and action finds in `context`; made in app/server.ts. */
  interface AppLoadContext {
    viewer: Viewer;
    /** Cookie value of the session, to end it. */
    sessionToken: string | null;
    language: Language;
    /** For the scripts of a page that hydrates. */
    nonce: string;
    requestId: string;
    clientAddress: string;
    /** Set when the request failed because the database is restarting. */
    databaseIsAway?: boolean;
  }
}
