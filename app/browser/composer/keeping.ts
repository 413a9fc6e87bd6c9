import { type Attempt, createAutosave, type SaveState } from "~/features/publishing/autosave";
import { formatClock } from "~/i18n/format";

import { type Composer, fieldOf, textsIn } from "./composer";
import { fill, make, makeButton, pageLanguage } from "./dom";
import { copyToOffer, dropCopy, keepCopy, type KeptCopy } from "./kept-copy";
import { sendDraft } from "./send-draft";

const COPY_AFTER_MS = 400;

export type Keeping = ReturnType<typeof startKeeping>;

/** Keeps what is typed: at the portal, and until that has it, in the browser. Leaves nobody in doubt about which. */
export function startKeeping(composer: Composer, { cleaned, signIn }: { cleaned: (body: string) => string; signIn: string }) {
  const { form, words } = composer;
  const { draft = "", copy: copyName = "", saved = "" } = form.dataset;
  const status =
    form.querySelector<HTMLElement>(".composer-status") ?? form.appendChild(make("p", { class: "composer-status", role: "status" }));
  const autosave = createAutosave({ send, tell });
  let isLeaving = false;
  let isPosted = false;
  let tooLarge = false;
  let hasDraft = saved !== "";
  let hasCopy = false;
  let offered: KeptCopy | null = null;
  let underWay: Promise<unknown> | null = null;
  let copying: ReturnType<typeof setTimeout> | undefined;

  function send(): Promise<Attempt> {
    const attempt = sendNow().finally(() => {
      underWay = null;
    });
    underWay = attempt;
    return attempt;
  }

  async function sendNow(): Promise<Attempt> {
    const fields = new FormData(form);
    fields.delete("files");
    fields.set("body", cleaned(composer.area.value));
    const answer = await sendDraft(draft, fields);
    if (answer.outcome === "saved") {
      const sequence = fieldOf(form, "sequence");
      if (sequence) sequence.value = String(answer.sequence);
      hasDraft = true;
    }
    isPosted = answer.outcome === "posted";
    tooLarge = answer.outcome === "tooLarge";
    if (answer.outcome === "posted") return { outcome: "stale" };
    return answer.outcome === "tooLarge" ? { outcome: "refused", errors: {} } : answer;
  }

  function tell({ status: now, savedAt }: SaveState) {
    if (now === "saved" && !offered) {
      clearTimeout(copying);
      dropCopy(copyName);
    }
    const isBad = ["failed", "signedOut", "stale", "refused"].includes(now);
    status.dataset.state = isBad ? "bad" : now;
    if (isBad) status.replaceChildren(badWords(now), ...helps(now));
    else if (now === "saved" && savedAt) status.replaceChildren(fill(words.saved, { time: formatClock(savedAt, pageLanguage()) }));
    // What lasts but a moment is seen, and not said.
    else status.replaceChildren(make("span", { "aria-hidden": "true" }, now === "saving" ? words.saving : words.unsaved));
  }

  function badWords(now: SaveState["status"]): string {
    if (now === "signedOut") return words.signedOut;
    if (now === "stale") return isPosted ? words.posted : words.stale;
    if (now === "refused") return tooLarge ? words.tooLarge : words.refused;
    return hasCopy ? words.failed : words.failedAlone;
  }

  function helps(now: SaveState["status"]): Node[] {
    const again = () => makeButton(words.again, () => void autosave.flush());
    if (now === "failed") return [again()];
    return now === "signedOut" ? [make("a", { href: signIn, target: "_blank", rel: "noreferrer" }, words.signIn), again()] : [];
  }

  function typed() {
    autosave.typed();
    clearTimeout(copying);
    copying = setTimeout(copyNow, COPY_AFTER_MS);
  }

  /** A copy that is still on offer is not written over. */
  function copyNow(sent?: string) {
    if (offered || copyName === "") return;
    const copy = { fields: fieldsNow(), at: new Date().toISOString() };
    hasCopy = keepCopy(copyName, sent === undefined ? copy : { ...copy, sent });
  }

  const fieldsNow = (): KeptCopy["fields"] =>
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value !== "string" || ["id", "sequence"].includes(name) ? [] : [[name, name === "body" ? cleaned(value) : value]],
    );

  function offerCopy() {
    offered = copyName === "" ? null : copyToOffer(copyName, fieldsNow(), saved || null);
    if (!offered) return;
    const { fields, at } = offered;
    const close = (isTaken: boolean) => {
      offered = null;
      notice.remove();
      composer.area.focus();
      if (!isTaken) return dropCopy(copyName);
      restore(form, fields);
      typed();
    };
    const notice = make(
      "div",
      { class: "composer-copy" },
      make("p", {}, fill(words.copyFound, { time: formatClock(at, pageLanguage()) })),
      make(
        "p",
        { class: "button-row" },
        makeButton(words.copyTake, () => close(true)),
        makeButton(words.copyDrop, () => close(false)),
      ),
    );
    form.prepend(notice);
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && !isLeaving && void autosave.flush());
  window.addEventListener("online", () => void autosave.flush());
  window.addEventListener("beforeunload", (event) => {
    if (isLeaving || !autosave.isUnsaved()) return;
    copyNow();
    event.preventDefault();
  });
  // A form that was sent comes back out of the browser's memory: the portal knows what became of it.
  window.addEventListener("pageshow", (event) => event.persisted && isLeaving && location.reload());
  if (saved) status.replaceChildren(fill(words.yours, { time: formatClock(saved, pageLanguage()) }));
  offerCopy();
  // A form that came back holds words that the portal keeps nowhere yet.
  if (form.querySelector(".form-errors")) typed();

  return {
    typed,
    flush: () => autosave.flush(),
    /** What is being sent right now, if anything is. */
    underWay: () => underWay,
    /** Whether the portal keeps a draft of it. */
    hasDraft: () => hasDraft,
    /** Whether something stands in the form that is lost, or kept as a draft, when it is closed. */
    holdsWords: () => (autosave.isUnsaved() || hasDraft) && textsIn(form).some((text) => text.trim() !== ""),
    /** The form goes to the portal as a whole. A copy stays until the post is seen. */
    leaveWithForm() {
      isLeaving = true;
      clearTimeout(copying);
      copyNow(isToBe(form));
      void autosave.stop();
    },
    /** Goes elsewhere without what was typed. */
    async forget() {
      isLeaving = true;
      clearTimeout(copying);
      await autosave.stop();
      dropCopy(copyName);
    },
  };
}

/** How to know that the words became a post: by its id; that they changed one: by its id and the version they changed. */
function isToBe(form: HTMLFormElement): string {
  const [id = "", post = "", version = "", kind] = ["id", "post", "version", "kind"].map((name) => fieldOf(form, name)?.value);
  return kind === "EDIT" ? `${post}@${version}` : id;
}

function restore(form: HTMLFormElement, fields: KeptCopy["fields"]) {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type))
      element.checked = fields.some(([name, value]) => name === element.name && value === element.value);
    else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
      const kept = fields.find(([name]) => name === element.name);
      if (kept && !(element instanceof HTMLInputElement && element.type === "file")) element.value = kept[1];
    }
  }
}
