import type { Composer } from "./composer";
import { tell } from "./dom";
import type { Keeping } from "./keeping";

const PATIENCE_MS = 3_000;

/** Sends the form in the plain way, but not while a file is on its way or there is no connection: the browser would show its own page, without the words. */
export function guardSending({ form, words }: Composer, keeping: Keeping, isBusy: () => boolean) {
  let isWaiting = false;
  let hasWaited = false;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const reason = isBusy() ? words.stillSending : navigator.onLine ? null : words.offline;
    const underWay = keeping.underWay();
    if (!reason && (!underWay || hasWaited)) return keeping.leaveWithForm();

    event.preventDefault();
    if (reason) return tell(reason, "danger");
    if (isWaiting) return;
    isWaiting = true;
    // The form goes with the sequence of its newest draft, so that it is not taken for an older window if it comes back.
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([underWay, patience]).then(() => {
      isWaiting = false;
      hasWaited = true;
      form.requestSubmit(event.submitter);
    });
  });
}
