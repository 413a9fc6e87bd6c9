import type { LoaderFunctionArgs } from "@remix-run/node";

import { getOwnExport } from "~/features/accounts/export.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { translator } from "~/i18n/translate";
import { idParam } from "~/platform/params";

/** The archive of one's own data, to be kept. */
export async function loader(args: LoaderFunctionArgs) {
  const { archive, madeOn } = await getOwnExport(requireProof(args), idParam(args.params));
  const name = `${translator(args.context.language)("leaving.export.fileName")}-${madeOn.toISOString().slice(0, 10)}.zip`;

  return new Response(archive, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Length": String(archive.byteLength),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
