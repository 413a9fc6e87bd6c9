import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { answerHarvester } from "~/features/library/oai.server";
import { countTry, networkOf } from "~/platform/rate-limit.server";

/** What libraries harvest (OAI-PMH 2.0): by GET, */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return harvested(new URL(request.url).searchParams, context.clientAddress);
}

/** and by POST, for those who send much. It changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return new Response("Unsupported media type", { status: 415 });
  return harvested(new URLSearchParams(await request.text()), context.clientAddress);
}

/** Who asks too often is told in the way that harvesters know. */
async function harvested(sent: URLSearchParams, address: string) {
  const seconds = await countTry("harvests by address", networkOf(address));
  if (seconds > 0) return new Response("Too many requests", { status: 503, headers: { "Retry-After": String(seconds) } });
  return new Response(await answerHarvester(sent), {
    headers: { "Content-Type": "text/xml; charset=utf-8", "Cache-Control": "public, max-age=30" },
  });
}
