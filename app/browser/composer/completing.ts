import { type Composer, fieldOf } from "./composer";
import { fill, make, pageLanguage, say } from "./dom";
import { caretIn } from "./caret";
import { linkOf, mentionOf, type Query, queryAt } from "./query";
import { write } from "./write";

type Named = { handle: string; name: string; organization?: string | null };
type Titled = { title: string; path: string; lang?: string };
type Offer = { insert: string; words: string; more: string; lang?: string | undefined };

const AFTER_MS = 150;
const MOST = 8;

/** Offers people and organizations behind `@`, threads and guides behind `#`, as one types. */
export function addCompletion({ form, area, words }: Composer) {
  const list = make("ul", {
    class: "completion",
    role: "listbox",
    id: "composer-completion",
    "aria-label": words.suggestions,
    hidden: true,
  });
  (area.parentElement ?? form).append(list);
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", list.id);
  let query: Query | null = null;
  let offers: Offer[] = [];
  let current = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  /** The sign whose offers were closed: they stay closed. */
  let closedAt = -1;

  function look() {
    clearTimeout(timer);
    const found = area.selectionStart === area.selectionEnd ? queryAt(area.value, area.selectionStart) : null;
    if (!found) closedAt = -1;
    if (!found || found.from === closedAt) return close();
    timer = setTimeout(ask, AFTER_MS, found);
  }

  async function ask(next: Query) {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const found = await offersFor(form, next, signal);
    if (signal.aborted || document.activeElement !== area) return;
    query = next;
    offers = found.slice(0, MOST);
    if (offers.length === 0) return close();
    show();
  }

  function show() {
    list.replaceChildren(
      ...offers.map(({ words, more, lang = false }, index) => {
        const option = make(
          "li",
          { class: "completion-option", role: "option", id: `composer-option-${index}`, lang },
          make("span", {}, words),
        );
        if (more) option.append(make("span", { class: "completion-more" }, more));
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(index));
        return option;
      }),
    );
    list.hidden = false;
    caretIn(area, query?.from ?? 0, list);
    choose(0);
    const plural = new Intl.PluralRules(pageLanguage()).select(offers.length) === "one" ? words.suggested_one : words.suggested_other;
    say(fill(plural, { count: offers.length }));
  }

  function choose(index: number) {
    current = (index + offers.length) % offers.length;
    for (const [place, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(place === current));
    area.setAttribute("aria-activedescendant", `composer-option-${current}`);
    list.children[current]?.scrollIntoView({ block: "nearest" });
  }

  function take(index: number) {
    const offer = offers[index];
    if (!offer || !query) return;
    const { from, to } = query;
    closedAt = from;
    close();
    // A space that is there already is not put twice.
    const insert = area.value[to] === " " ? offer.insert.trimEnd() : offer.insert;
    write(area, { from, to, insert, start: from + offer.insert.length, end: from + offer.insert.length });
  }

  function close() {
    asked?.abort();
    clearTimeout(timer);
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  }

  function takeKey(event: KeyboardEvent) {
    if (list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.shiftKey ? undefined : actOf(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  function actOf(key: string): (() => void) | undefined {
    if (key === "ArrowDown") return () => choose(current + 1);
    if (key === "ArrowUp") return () => choose(current - 1);
    if (key === "Enter" || key === "Tab") return () => take(current);
    return key === "Escape" ? giveUp : undefined;
  }

  function giveUp() {
    closedAt = query?.from ?? -1;
    close();
  }

  area.addEventListener("keydown", takeKey, { capture: true });
  area.addEventListener("input", look);
  area.addEventListener("click", look);
  area.addEventListener("blur", close);
}

async function offersFor(form: HTMLFormElement, { kind, words }: Query, signal: AbortSignal): Promise<Offer[]> {
  const address = kind === "@" ? form.dataset.names : form.dataset.links;
  const query = new URLSearchParams({ q: words });
  // Those who take part in the thread come first.
  const thread = fieldOf(form, "thread")?.value;
  if (kind === "@" && thread) query.set("thread", thread);
  try {
    const response = await fetch(`${address}?${query}`, { headers: { Accept: "application/json" }, signal });
    if (!response.ok) return [];
    const found: unknown = await response.json();
    if (!Array.isArray(found)) return [];
    return kind === "@"
      ? (found as Named[]).map(({ handle, name, organization }) => ({
          insert: mentionOf(handle),
          words: name,
          more: organization || `@${handle}`,
        }))
      : (found as Titled[]).map(({ title, path, lang }) => ({ insert: linkOf(title, path), words: title, more: "", lang }));
  } catch {
    return [];
  }
}
