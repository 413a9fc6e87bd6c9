import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { listMentionable } from "~/features/forums/mentionable.server";
import { translator } from "~/i18n/translate";
import { forbidden } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

const LONGEST = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** For the form of a post: whom one can call with `@`, by the beginning of a name. `thread` puts those first who take part in it. */
export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  if (!viewer) throw forbidden();
  await limit("completion by account", viewer.id);
  const { searchParams } = new URL(request.url);
  const thread = searchParams.get("thread") ?? "";
  const names = await listMentionable(viewer, language, (searchParams.get("q") ?? "").slice(0, LONGEST), UUID.test(thread) ? thread : null);
  const member = translator(language)("uploads.names.member");

  return json(
    names.map((named) => (named.kind === "organization" ? { ...named, organization: member } : named)),
    { headers: { "Cache-Control": "no-store" } },
  );
}
