import { goTo } from "./dom";
import type { Help } from "./help";
import type { Quoting } from "./quoting";
import { createKeyReader, type Wish } from "./shortcut-table";

const POSTS = ".post-list > .post";
const ROWS = ".thread-rows > .thread-row, .case-rows > .case-row";

export type Keys = { places: Record<string, string>; help: Help; quoting: Quoting | null };

/** Single keys, where nobody writes and no dialog is open. They can be switched off. */
export function takeKeys({ places, help, quoting }: Keys) {
  const read = createKeyReader();
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isWriting(event.target) || document.querySelector("dialog[open]") || !help.isOn()) return;
    const wish = read(event);
    if (wish && grant(wish)) event.preventDefault();
  });

  function grant(wish: Wish): boolean {
    switch (wish.act) {
      case "search":
        return search();
      case "help":
        help.show();
        return true;
      case "next":
        return move(1);
      case "previous":
        return move(-1);
      case "open":
        return open();
      case "reply":
        return reply();
      case "quote":
        return (quoting?.quoteSelection() ?? false) || press(postInHand(), "q");
      case "press":
        return press(wish.of === "page" ? document.body : postInHand(), wish.key);
      case "go":
        return go(places[wish.to]);
      case "follow":
        return follow(wish.level);
    }
  }

  /** The post in hand is answered; where there is none, the thread is. */
  function reply(): boolean {
    if (press(postInHand(), "r")) return true;
    if (!quoting) return press(document.querySelector(".thread-foot"), "r");
    quoting.replyToThread();
    return true;
  }
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=listbox], [role=menu]") !== null;

/** The first search that can be seen; on a narrow page it is in the menu. */
function search(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>("header input[type=search]")];
  const seen = fields.find((field) => field.getClientRects().length > 0);
  const hidden = fields.find((field) => field.closest("details"));
  if (!seen && hidden) (hidden.closest("details") as HTMLDetailsElement).open = true;
  const field = seen ?? hidden;
  field?.focus();
  field?.select();
  return field !== undefined;
}

/** The post, or the row of a list, that has the focus or had it last. */
function inHand(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(`${POSTS}, ${ROWS}`) ?? document.querySelector<HTMLElement>("[data-in-hand]");
}

const postInHand = () => inHand()?.closest<HTMLElement>(".post") ?? null;

function move(step: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(`${POSTS}, ${ROWS}`)];
  const now = inHand();
  const index = now ? all.indexOf(now) + step : step === 1 ? firstInView(all) : -1;
  const next = all[index];
  if (!next) return all.length > 0;
  for (const each of all) {
    each.removeAttribute("aria-current");
    delete each.dataset.inHand;
  }
  next.dataset.inHand = "";
  next.setAttribute("aria-current", "true");
  if (next.matches(".post")) goTo(next, "start");
  else goTo(next.querySelector<HTMLElement>("a[href]") ?? next, "center");
  return true;
}

/** Opens the row that one has moved to. */
function open(): boolean {
  const link = inHand()?.closest(ROWS)?.querySelector<HTMLElement>("a[href]");
  link?.click();
  return link != null;
}

const firstInView = (all: HTMLElement[]): number =>
  Math.max(
    0,
    all.findIndex((each) => each.getBoundingClientRect().top >= 0),
  );

/** Presses what names this key within something. What is folded away, or cannot be seen, is pressed too. */
function press(within: Element | null, key: string): boolean {
  const target = within?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  target?.focus({ preventScroll: true });
  target?.click();
  return target != null;
}

/** Follows as closely as asked what this page is about, where it is about one thing. */
function follow(level: string): boolean {
  const [choice, another] = document.querySelectorAll<HTMLSelectElement>(".follow-form select[name=level]");
  if (!choice?.form || another || ![...choice.options].some(({ value }) => value === level)) return false;
  choice.value = level;
  choice.form.requestSubmit();
  return true;
}

function go(place: string | undefined): boolean {
  if (place) location.assign(place);
  return place !== undefined;
}
