import type { LoaderFunctionArgs } from "@remix-run/node";

import { openEars } from "~/features/forums/live.server";
import { notFound } from "~/platform/errors";
import { eventStream, takePlace } from "~/platform/event-stream.server";
import { networkOf } from "~/platform/rate-limit.server";

/** Tells an open page what is new: in a thread (`?thread=`), in the lists (`?lists=1`), and always for who is signed in (`?own=1` that alone). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, sessionToken: token, clientAddress } = context;
  const { searchParams } = new URL(request.url);
  const threadId = searchParams.get("thread");
  if (threadId !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(threadId)) throw notFound();
  const leave = takePlace(viewer?.id ?? networkOf(clientAddress));

  try {
    const wish = { threadId, isOfLists: searchParams.has("lists"), isOwn: searchParams.has("own") };
    const begin = await openEars({ viewer, token }, wish);
    if (request.method === "HEAD" || request.signal.aborted) {
      leave();
      return new Response(null, { headers: { "Content-Type": "text/plain" } });
    }
    return eventStream((send, end) => {
      const stop = begin(send, end);
      return () => {
        leave();
        stop();
      };
    });
  } catch (refusal) {
    leave();
    throw refusal;
  }
}
