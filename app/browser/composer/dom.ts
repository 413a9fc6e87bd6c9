import type { Language } from "~/i18n/languages";

const SAID_FOR_MS = 8_000;

/** The language of the page. */
export const pageLanguage = (): Language => (document.documentElement.lang === "fr" ? "fr" : "en");

type Attributes = Record<string, string | boolean>;

/** An element with its attributes and what stands in it. An attribute that is false is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(name, value === true ? "" : value);
  element.append(...inside);
  return element;
}

/** A button that does nothing but what it is told. */
export function makeButton(words: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const button = make("button", { type: "button", class: "button button-secondary button-small", ...attributes }, words);
  button.addEventListener("click", act);
  return button;
}

/** A sign of the toolbar's kind, out of the path of its strokes. */
export function makeSign(path: string, strokeWidth?: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const sign = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }))
    sign.setAttribute(name, value);
  const stroke = document.createElementNS(space, "path");
  stroke.setAttribute("d", path);
  if (strokeWidth) stroke.setAttribute("stroke-width", strokeWidth);
  sign.append(stroke);
  return sign;
}

/** Words with what belongs into their blanks. */
export const fill = (words: string, blanks: Record<string, string | number>): string =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ""));

let voice: HTMLElement | undefined;

/** Says something to those who do not see the page. */
export function say(words: string) {
  voice ??= document.body.appendChild(make("div", { class: "visually-hidden", role: "status" }));
  voice.textContent = "";
  // Said twice, the same words must be heard twice.
  setTimeout(() => voice?.replaceChildren(words), 60);
}

let slip: HTMLElement | undefined;
let slipTimer: ReturnType<typeof setTimeout> | undefined;

/** Shows a few words at the edge of the window for a while, and says them. */
export function tell(words: string, kind: "success" | "danger" = "success") {
  slip ??= document.body.appendChild(make("div", { class: "slip", role: "status" }));
  slip.replaceChildren(make("p", { class: `slip-words slip-${kind}` }, words));
  clearTimeout(slipTimer);
  slipTimer = setTimeout(() => slip?.replaceChildren(), SAID_FOR_MS);
}

/** The nodes of HTML that the portal drew. Scripts in it do not run. */
export const parsed = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

/** Leads the eye and the focus to something, without haste where less motion is asked for. */
export function goTo(element: HTMLElement, block: ScrollLogicalPosition = "nearest") {
  element.focus({ preventScroll: true });
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: isStill ? "auto" : "smooth" });
}
