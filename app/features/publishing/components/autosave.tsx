import { type RefObject, useEffect, useRef, useState } from "react";

import { type Autosave, createAutosave, nothingSaved, type SaveState } from "~/features/publishing/autosave";
import { areSame, type Fields } from "~/features/publishing/fields";
import { keepDraft } from "~/features/publishing/keep-draft";
import { copyToOffer, dropLocalCopy, keepLocalCopy, type LocalCopy } from "~/features/publishing/local-copy";
import type { KindName } from "~/features/publishing/kind-shape";
import { fieldsInForm } from "~/features/publishing/typed-fields";

const COPY_AFTER_MS = 400;

type Wiring = {
  kind: KindName;
  /** Where drafts are kept. */
  address: string;
  /** What the form started from, and the sequence of its draft. */
  fields: Fields;
  sequence: number;
  /** What this browser calls its own copy of the text. */
  copyName: string;
  draftSavedAt: string | null;
  /** Whether the form came back with text that is nowhere else. */
  isUnkept: boolean;
};

/** Keeps what is typed into a form: at the portal, and until that has it, in the browser. Leaves nobody in doubt about which. */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  { kind, address, fields, sequence: first, copyName, draftSavedAt, isUnkept }: Wiring,
) {
  const [state, setState] = useState<SaveState>(nothingSaved);
  const [isAwake, setAwake] = useState(false);
  const [offer, setOffer] = useState<LocalCopy | null>(null);
  const [typedBefore] = useState(textsInPage);
  const autosave = useRef<Autosave | null>(null);
  // Kept apart from the form: with each drawing React writes into a field again what it began with.
  const sequence = useRef(first);
  const isLeaving = useRef(false);
  const isOffering = useRef(false);
  const copying = useRef<ReturnType<typeof setTimeout>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is wired once, as it stood when it was drawn
  useEffect(() => {
    const current = createAutosave({ send, tell });
    autosave.current = current;
    setAwake(true);
    for (const [area, text] of typedBefore) if (area.isConnected && area.value !== text) area.value = text;
    if (!areSame(typedNow(), fields)) typed();
    const found = isUnkept ? null : copyToOffer(kind, copyName, typedNow(), draftSavedAt);
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

  async function send() {
    const fields = new FormData(form.current ?? undefined);
    fields.set("sequence", String(sequence.current));
    const attempt = await keepDraft(address, fields);
    if (attempt.outcome === "saved") sequence.current = attempt.sequence;
    return attempt;
  }

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

  async function leave() {
    isLeaving.current = true;
    clearTimeout(copying.current);
    await autosave.current?.stop();
  }

  // A copy that is still on offer is not written over.
  const copyNow = () => void (isOffering.current || keepLocalCopy(copyName, typedNow()));

  const typedNow = (): Fields => fieldsInForm(kind, new FormData(form.current ?? undefined));

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
    /** Sends the form as a whole. The window goes elsewhere, and knows what it does. */
    async submit() {
      await leave();
      const field = form.current?.elements.namedItem("sequence");
      if (field instanceof HTMLInputElement) field.value = String(sequence.current);
      form.current?.submit();
    },
    /** Goes elsewhere without what was typed. */
    async forget() {
      await leave();
      dropLocalCopy(copyName);
    },
  };
}

/** Whoever types before the scripts arrive loses nothing: React gives a textarea the text that it was drawn with. */
const textsInPage = (): [HTMLTextAreaElement, string][] =>
  typeof document === "undefined" ? [] : [...document.querySelectorAll("textarea")].map((area) => [area, area.value]);
