import { databaseAnswers } from "~/features/activity/health.server";
import { isReady } from "~/platform/readiness.server";

/** This process takes requests, and its database answers. */
export async function loader() {
  const ready = isReady() && (await databaseAnswers());
  return new Response(ready ? "ready\n" : "not ready\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) },
  });
}
