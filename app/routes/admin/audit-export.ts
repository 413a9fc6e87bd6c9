import { Readable } from "node:stream";

import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { exportAudit, exportFormats } from "~/features/moderation/audit-export.server";
import { auditFiltersOf } from "~/features/moderation/audit-filters";
import { translator } from "~/i18n/translate";
import { retryAfter } from "~/platform/attempt.server";

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" };

/** The entries of a filter as a file, sent as they are read: as a table, or in lines of JSON. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const t = translator(args.context.language);
  const url = new URL(args.request.url);
  const format = exportFormats.find((each) => each === url.searchParams.get("format")) ?? "csv";
  const lines = await exportAudit(actor, auditFiltersOf(url), format).catch((refusal: unknown) => {
    if (!(refusal instanceof Response) || refusal.status !== 429) throw refusal;
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...retryAfter(refusal.headers) };
    throw new Response(t("audit.export.tooOften"), { status: 429, headers });
  });
  const name = `${t("audit.export.fileName")}-${new Date().toISOString().slice(0, 10)}.${format}`;

  return new Response(createReadableStreamFromReadable(Readable.from(lines, { objectMode: false })), {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
