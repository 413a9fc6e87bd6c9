import type { QuickWords } from "~/features/forums/components/composer-words";

import { parsed, tell } from "./dom";

const PATIENCE_MS = 20_000;

/** Forms that change one thing of a page are sent without leaving it: what changed comes out of the answer. */
export function swapForms(words: QuickWords) {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("form[data-swap]") || event.defaultPrevented) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    void send(form, event.submitter as HTMLButtonElement | null, words);
  });
}

async function send(form: HTMLFormElement, button: HTMLButtonElement | null, words: QuickWords) {
  const fields = new FormData(form);
  if (button?.name) fields.append(button.name, button.value);
  button?.setAttribute("aria-disabled", "true");
  try {
    const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields as unknown as Record<string, string>);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" }, signal });
    if (response.status === 429) {
      const reason = parsed(await response.text()).querySelector(".error-reason, .form-errors li");
      return tell(reason?.textContent ?? words.busy, "danger");
    }
    // What was refused is sent again in the plain way: the page that comes says why, in full.
    if (!response.ok) return sendPlainly(form, button);
    const page = parsed(await response.text());
    if (!put(form, button, page)) location.assign(response.url);
    else tell(page.querySelector(".flash p")?.textContent ?? words.done);
  } catch {
    tell(words.offline, "danger");
  } finally {
    delete form.dataset.busy;
    button?.removeAttribute("aria-disabled");
  }
}

/** As the browser alone would have sent it. */
function sendPlainly(form: HTMLFormElement, button: HTMLButtonElement | null) {
  form.removeAttribute("data-swap");
  form.requestSubmit(button?.isConnected ? button : undefined);
}

/** Puts the parts that the form names in the place of the old ones, and gives the focus back. Says whether it could. */
function put(form: HTMLFormElement, button: HTMLButtonElement | null, page: Document): boolean {
  const selectors = (form.dataset.swap ?? "").split(",").map((each) => each.trim());
  const pairs = [...selectors, "#thread-counts", "#thread-pager"].map((selector) => ({
    now: document.querySelector<HTMLElement>(selector),
    next: page.querySelector<HTMLElement>(selector),
  }));
  const [first] = pairs;
  if (!first?.now || !first.next) return false;

  const focus = focusIn(first.now, form, button);
  for (const { now, next } of pairs) {
    if (!now || !next) continue;
    const current = now.getAttribute("aria-current");
    if (current) next.setAttribute("aria-current", current);
    now.replaceWith(document.adoptNode(next));
  }
  focus(first.next);
  document.dispatchEvent(new Event("portal:drawn"));
  return true;
}

/** How to find, in what comes, the thing that has the focus now. */
function focusIn(now: HTMLElement, form: HTMLFormElement, button: HTMLButtonElement | null): (next: HTMLElement) => void {
  if (!now.contains(document.activeElement)) return () => {};
  const keyed = button?.dataset.key ?? now.querySelector<HTMLElement>(":focus")?.dataset.key;
  const menu = form.closest("details");
  const place = menu ? [...now.querySelectorAll("details")].indexOf(menu) : -1;

  return (next) => {
    const same =
      button?.name && next.querySelector<HTMLElement>(`button[name="${CSS.escape(button.name)}"][value="${CSS.escape(button.value)}"]`);
    const alike = keyed && next.querySelector<HTMLElement>(`[data-key="${CSS.escape(keyed)}"]`);
    const summary = next.querySelectorAll("details")[place]?.querySelector("summary");
    // What lies in a closed menu cannot have the focus: then its handle has it.
    const target = [same, alike, summary, next].find((each) => each && isReachable(each)) as HTMLElement | undefined;
    target?.focus({ preventScroll: true });
  };
}

const isReachable = (element: HTMLElement): boolean => {
  const menu = element.closest("details:not([open])");
  return !menu || element.matches("summary");
};
