import type { Composer } from "./composer";
import { make, makeButton } from "./dom";
import type { Keeping } from "./keeping";

/** Asks before a form with words in it is closed: throw them away, keep them as a draft, or write on. */
export function guardClosing({ form, words }: Composer, keeping: Keeping) {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-composer-close]");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain || event.defaultPrevented || !keeping.holdsWords()) return;
    event.preventDefault();
    ask(link);
  });

  function ask(link: HTMLAnchorElement) {
    const fault = make("p", { class: "field-errors", role: "alert" });
    const title = make("h2", { class: "dialog-title", id: "composer-closing" }, words.closeTitle);
    const buttons = [
      makeButton(words.keep, () => void keep(), { class: "button button-primary" }),
      makeButton(words.discard, () => void discard(), { class: "button button-danger" }),
      makeButton(words.back, () => dialog.close(), { class: "button button-quiet", autofocus: true }),
    ];
    const dialog = make(
      "dialog",
      { class: "dialog", "aria-labelledby": "composer-closing" },
      title,
      make("p", {}, words.closeText),
      fault,
      make("div", { class: "button-row" }, ...buttons),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();

    async function keep() {
      const attempt = await keeping.flush();
      if (attempt === null || attempt.outcome === "saved") return go(link);
      fault.textContent = words.notKept;
    }

    async function discard() {
      // What is under way must not come after the removal.
      await keeping.flush();
      if (keeping.hasDraft() && !(await remove(form.dataset.removal ?? ""))) {
        fault.textContent = words.notDiscarded;
        return;
      }
      await keeping.forget();
      go(link);
    }
  }
}

async function remove(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, redirect: "manual" });
    return response.ok || response.status === 404 || response.type === "opaqueredirect";
  } catch {
    return false;
  }
}

/** Where the link leads; to the same page, the page comes anew. */
function go({ href }: HTMLAnchorElement) {
  const isSame = href.split("#")[0] === location.href.split("#")[0];
  location.href = href;
  if (isSame) location.reload();
}
