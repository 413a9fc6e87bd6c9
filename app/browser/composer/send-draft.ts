import type { Attempt } from "~/features/publishing/autosave";

const PATIENCE_MS = 20_000;
/** What a page that closes may still send is limited by the browser, in bytes: 64 KB. */
const MOST_AT_CLOSING = 20_000;

/** What became of a draft: also that it is a post already, or more than can be kept. */
export type Sent = Attempt | { outcome: "posted" } | { outcome: "tooLarge" };

/** Sends what a form holds to the address that keeps drafts. What is under way when the page is closed still arrives. */
export async function sendDraft(address: string, fields: FormData): Promise<Sent> {
  const length = [...fields.values()].reduce((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
  try {
    const response = await fetch(address, {
      method: "POST",
      body: fields,
      redirect: "manual",
      headers: { Accept: "application/json" },
      keepalive: length < MOST_AT_CLOSING,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Whoever is not signed in is led to the door.
    if (response.type === "opaqueredirect" || response.status === 401) return { outcome: "signedOut" };
    if (response.status === 413) return { outcome: "tooLarge" };
    if ([403, 404].includes(response.status)) return { outcome: "refused", errors: {} };
    if (![200, 409, 410, 422].includes(response.status)) return { outcome: "failed" };
    const answer = (await response.json()) as Sent;
    return typeof answer?.outcome === "string" ? answer : { outcome: "failed" };
  } catch {
    return { outcome: "failed" };
  }
}
