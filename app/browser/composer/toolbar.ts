import { editFor, tools } from "~/features/publishing/markdown-toolbar";
import { toolSigns } from "~/features/publishing/tool-signs";

import { make, makeSign } from "./dom";
import type { Composer } from "./composer";
import { codeFor, spoilerFor } from "./wraps";
import { selectedIn, write } from "./write";

const CODE = "M8.5 7 3.5 12l5 5M15.5 7l5 5-5 5";
const HIDDEN =
  "M4 4l16 16M9.9 5.4A9 9 0 0 1 12 5.2c5.5 0 9 6.8 9 6.8a15 15 0 0 1-2.6 3.3M6.3 7.2A15 15 0 0 0 3 12s3.5 6.8 9 6.8a9 9 0 0 0 4.2-1.1";
const CLIP = "M20 11.5 12 19.4a5 5 0 0 1-7-7l8.3-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.1a1.6 1.6 0 0 1-2.3-2.3l7.5-7.4";

type Button = { name: string; path: string; width?: string; press: () => void };

/** Buttons that write Markdown into the field. One stop for the Tab key; the arrows lead from button to button. */
export function addToolbar(composer: Composer, attach: (() => void) | null): HTMLElement {
  const { area, words } = composer;
  const buttons: Button[] = [
    ...tools.map((tool) => ({
      name: words.toolbar[tool],
      ...toolSigns[tool],
      press: () => write(area, editFor(tool, selectedIn(area), words.toolbar.words)),
    })),
    { name: words.code, path: CODE, press: () => write(area, codeFor(selectedIn(area), words.codeWords)) },
    { name: words.spoiler, path: HIDDEN, press: () => write(area, spoilerFor(selectedIn(area), words.spoilerWords)) },
  ];
  if (attach) buttons.push({ name: words.attach, path: CLIP, press: attach });

  const bar = make(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": words.toolbar.label, "aria-controls": area.id },
    ...buttons.map(drawn),
  );
  bar.addEventListener("keydown", (event) => moveAlong(bar, event));
  bar.addEventListener("focusin", ({ target }) => {
    for (const button of bar.querySelectorAll("button")) button.tabIndex = button === target ? 0 : -1;
  });
  area.addEventListener("keydown", (event) => takeKeys(composer, event));
  return bar;
}

function drawn({ name, path, width, press }: Button, index: number): HTMLElement {
  const attributes = { type: "button", class: "toolbar-button", "aria-label": name, title: name, tabindex: index === 0 ? "0" : "-1" };
  const button = make("button", attributes, makeSign(path, width));
  button.addEventListener("click", press);
  return button;
}

function moveAlong(bar: HTMLElement, event: KeyboardEvent) {
  const buttons = [...bar.querySelectorAll("button")];
  const current = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const last = buttons.length - 1;
  const next = { ArrowRight: current === last ? 0 : current + 1, ArrowLeft: current <= 0 ? last : current - 1, Home: 0, End: last }[
    event.key
  ];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}

const keys = { b: "bold", i: "italic", k: "link" } as const;

/** Ctrl or Cmd with B, I or K, as everywhere; with Enter the words are sent. */
function takeKeys({ form, area, words }: Composer, event: KeyboardEvent) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (!event.repeat) form.requestSubmit(sendButton(form));
    return;
  }
  const tool = keys[event.key.toLowerCase() as keyof typeof keys];
  if (!tool) return;
  event.preventDefault();
  write(area, editFor(tool, selectedIn(area), words.toolbar.words));
}

/** The button that sends the form to where it belongs: not to the preview. */
const sendButton = (form: HTMLFormElement) => form.querySelector<HTMLButtonElement>("button[type=submit]:not([formaction])");
