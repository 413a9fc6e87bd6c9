import "@remix-run/node";

import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";

declare module "@remix-run/node" {
  /** What every loader and action finds in `context`; made in app/server.ts. */
  interface AppLoadContext {
    viewer: Viewer;
    /** Cookie value of the session, to end it. */
    sessionToken: string | null;
    /** When the person last proved who they are; sensitive steps ask again. */
    provenAt: Date | null;
    /** Browser and system in a few words, to tell one's sessions apart. */
    device: string;
    language: Language;
    /** For the scripts of a page that hydrates. */
    nonce: string;
    requestId: string;
    clientAddress: string;
    /** Set when the request failed because the database is restarting. */
    databaseIsAway?: boolean;
  }
}
