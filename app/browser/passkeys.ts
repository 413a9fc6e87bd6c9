// Asks the browser for passkeys. Where it has none, or the page has no name of its own, everything stays hidden.

import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

// A passkey belongs to a name; an address of numbers has none.
if (browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(location.hostname)) offerPasskeys();

function offerPasskeys() {
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.remove();
  for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
    place.hidden = false;
    if (place instanceof HTMLFormElement) place.addEventListener("submit", (event) => begin(event, place, place));
    else place.querySelector("button")?.addEventListener("click", (event) => begin(event, place, place.closest("form")));
  }
}

/** Asks for a challenge and for the passkey, and sends the form with what the browser answered. */
async function begin(event: Event, place: HTMLElement, form: HTMLFormElement | null) {
  event.preventDefault();
  if (!form || place.dataset.busy) return;
  const fault = place.querySelector<HTMLElement>("[data-fault]");
  const answer = place.querySelector<HTMLInputElement>("[name=credential]");
  place.dataset.busy = "yes";
  if (fault) fault.textContent = "";
  try {
    const response = await fetch(place.dataset.challenge ?? "", { method: "POST" });
    if (!response.ok) throw new Error(response.statusText);
    const optionsJSON = await response.json();
    const credential =
      place.dataset.passkey === "create" ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
    if (answer) answer.value = JSON.stringify(credential);
    form.submit();
  } catch {
    if (fault) fault.textContent = fault.dataset.fault ?? "";
  } finally {
    delete place.dataset.busy;
  }
}
