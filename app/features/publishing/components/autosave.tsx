import { type RefObject, useEffect, useRef, useState } from "react";

import { type Autosave, createAutosave, nothingSaved, type SaveState } from "~/features/publishing/autosave";
import type { Fields } from "~/features/publishing/fields";
import { keepDraft } from "~/features/publishing/keep-draft";
import { copyToOffer, dropLocalCopy, keepLocalCopy, type LocalCopy } from "~/features/publishing/local-copy";
import { fieldsInForm } from "~/features/publishing/typed-fields";

const COPY_AFTER_MS = 400;

type Wiring = {
  /** Where drafts are kept. */
  address: string;
  /** What this browser calls its own copy of the text. */
  copyName: string;
  draftSavedAt: string | null;
  /** Whether the form came back with text that is nowhere else. */
  isUnkept: boolean;
};

/** Keeps what is typed into a form: at the portal, and until that has it, in the browser. Leaves nobody in doubt about which. */
export function useAutosave(form: RefObject<HTMLFormElement>, { address, copyName, draftSavedAt, isUnkept }: Wiring) {
  const [state, setState] = useState<SaveState>(nothingSaved);
  const [isAwake, setAwake] = useState(false);
  const [offer, setOffer] = useState<LocalCopy | null>(null);
  const autosave = useRef<Autosave | null>(null);
  const isLeaving = useRef(false);
  const isOffering = useRef(false);
  const copying = useRef<ReturnType<typeof setTimeout>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is wired once, as it stood when it was drawn
  useEffect(() => {
    const current = createAutosave({ send: () => send(form.current, address), tell });
    autosave.current = current;
    setAwake(true);
    const found = isUnkept ? null : copyToOffer(copyName, typedNow(), draftSavedAt);
    isOffering.current = found !== null;
    setOffer(found);
    if (isUnkept) keepLocalCopy(copyName, typedNow());

    const onHide = () => document.visibilityState === "hidden" && void current.flush();
    const onOnline = () => void current.flush();
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      void current.flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isLeaving.current || !current.isUnsaved()) return;
      copyNow();
      event.preventDefault();
    };
    // A page that comes back out of the browser's memory starts from what was saved before it was left.
    const onReturn = (event: PageTransitionEvent) => event.persisted && location.reload();
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("pageshow", onReturn);
    window.addEventListener("online", onOnline);
    window.addEventListener("keydown", onKey);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      void current.stop();
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pageshow", onReturn);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("beforeunload", onLeave);
    };
  }, []);

  function tell(next: SaveState) {
    setState(next);
    if (next.status !== "saved" || isOffering.current) return;
    clearTimeout(copying.current);
    dropLocalCopy(copyName);
  }

  function typed() {
    autosave.current?.typed();
    clearTimeout(copying.current);
    copying.current = setTimeout(copyNow, COPY_AFTER_MS);
  }

  // A copy that is still on offer is not written over.
  const copyNow = () => void (isOffering.current || keepLocalCopy(copyName, typedNow()));

  const typedNow = (): Fields => fieldsInForm(new FormData(form.current ?? undefined));

  return {
    state,
    isAwake,
    offer,
    typed,
    flush: () => autosave.current?.flush() ?? Promise.resolve(null),
    /** Ends the offer of the copy; what was in it is in the form now, or not wanted. */
    closeOffer(isTaken: boolean) {
      isOffering.current = false;
      setOffer(null);
      if (isTaken) typed();
      else dropLocalCopy(copyName);
    },
    /** The window goes elsewhere, and knows what it does. */
    async leave({ forget }: { forget: boolean }) {
      isLeaving.current = true;
      clearTimeout(copying.current);
      await autosave.current?.stop();
      if (forget) dropLocalCopy(copyName);
    },
  };
}

/** Sends the form, and writes the new sequence into it, from which the next save starts. */
async function send(form: HTMLFormElement | null, address: string) {
  if (!form) return { outcome: "failed" as const };
  const attempt = await keepDraft(address, new FormData(form));
  const sequence = form.elements.namedItem("sequence");
  if (attempt.outcome === "saved" && sequence instanceof HTMLInputElement) sequence.value = String(attempt.sequence);
  return attempt;
}
