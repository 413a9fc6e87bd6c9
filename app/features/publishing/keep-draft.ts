import type { Attempt } from "./autosave";

const PATIENCE_MS = 20_000;

/** Sends what a form holds to the address that keeps drafts, and says what became of it. */
export async function keepDraft(address: string, form: FormData): Promise<Attempt> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: form,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Whoever is not signed in is led to the door.
    if (response.type === "opaqueredirect" || response.status === 401) return { outcome: "signedOut" };
    if ([403, 404, 410].includes(response.status)) return { outcome: "refused", errors: { "": ["writing.autosave.notAllowed"] } };
    if (response.status === 413) return { outcome: "refused", errors: { "": ["writing.autosave.tooLarge"] } };
    if (![200, 409, 422].includes(response.status)) return { outcome: "failed" };
    return (await response.json()) as Attempt;
  } catch {
    return { outcome: "failed" };
  }
}
