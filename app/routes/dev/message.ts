import type { LoaderFunctionArgs } from "@remix-run/node";

import { isDemoWorld } from "~/features/accounts/demo.server";
import { found, notFound } from "~/platform/errors";
import { findInOutbox } from "~/platform/outbox.server";
import { param } from "~/platform/params";

/** One mail of the outbox as its reader sees it: styles as in a mail program, and nothing that runs or loads. */
export async function loader({ params }: LoaderFunctionArgs) {
  if (!isDemoWorld()) throw notFound();
  const html = found(await findInOutbox(param(params, "name")));

  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
    },
  });
}
