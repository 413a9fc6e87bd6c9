import { quoteOf } from "~/features/forums/quote";
import type { Language } from "~/i18n/languages";

import { type Composer, fieldOf } from "./composer";
import { fill, goTo, make, makeButton, pageLanguage, say, tell } from "./dom";
import { placeFor } from "./placing";
import { markdownOf } from "./selection-markdown";
import { write } from "./write";

/** Addresses of a post, with `0` for its id: of its words as they were written, and of its place, by language. */
export type Addresses = { source: string; place: Record<Language, string> };

/** Answers and quotations of posts of this page go into the form of this page. */
export function startQuoting({ form, area, words }: Composer, addresses: Addresses, keeping: { typed: () => void }) {
  const replyTo = fieldOf(form, "replyTo");
  // What is selected elsewhere moves the cursor of a field that was left.
  let cursor = area.value.length;
  area.addEventListener("blur", () => {
    cursor = area.selectionEnd;
  });
  const chip = form.querySelector<HTMLElement>(".composer-answering") ?? make("p", { class: "composer-answering", hidden: true });
  if (chip.isConnected) chip.append(clearing());
  else area.closest(".composer-box")?.before(chip);

  function answer(post: HTMLElement) {
    if (!replyTo) return;
    replyTo.value = post.dataset.post ?? "";
    showChip(post);
    keeping.typed();
  }

  function clearing() {
    const clear = () => {
      if (replyTo) replyTo.value = "";
      chip.hidden = true;
      keeping.typed();
      area.focus();
    };
    return makeButton(words.answeringNobody, clear, { class: "button button-quiet button-small" });
  }

  function showChip(post: HTMLElement) {
    const link = make("a", { href: `#${post.id}` }, fill(words.answering, { name: nameOf(post), number: post.dataset.number ?? "" }));
    chip.replaceChildren(link, clearing());
    chip.hidden = false;
  }

  function put(post: HTMLElement, text: string) {
    const { number = "", post: id = "" } = post.dataset;
    const address = addresses.place[languageOf(post)].replace(/0$/, id);
    if (!replyTo?.value) answer(post);
    const { place, before, after } = placeFor(area.value, document.activeElement === area ? area.selectionEnd : cursor);
    const lines = before + quoteOf({ name: nameOf(post), number: Number(number), address, text });
    const end = place + lines.length;
    write(area, { from: place, to: place, insert: lines + after, start: end, end });
    goTo(area, "center");
    say(words.quoted);
  }

  return {
    reply(post: HTMLElement) {
      answer(post);
      goTo(area, "center");
    },
    replyToThread: () => goTo(area, "center"),
    async quote(post: HTMLElement) {
      const text = await sourceOf(addresses.source.replace("/0/", `/${post.dataset.post}/`));
      if (text === null) return tell(words.notQuoted, "danger");
      put(post, text);
    },
    /** Quotes what is selected within one post, if something is. */
    quoteSelection(): boolean {
      const chosen = chosenPart();
      if (!chosen) return false;
      put(chosen.post, markdownOf(chosen.part));
      getSelection()?.removeAllRanges();
      area.focus({ preventScroll: true });
      return true;
    },
  };
}

export type Quoting = ReturnType<typeof startQuoting>;

/** The words of a post as they were written. */
async function sourceOf(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    const { body } = (await response.json()) as { body?: unknown };
    return typeof body === "string" ? body : null;
  } catch {
    return null;
  }
}

function languageOf(post: HTMLElement): Language {
  const lang = post.querySelector<HTMLElement>(".post-body")?.lang || post.lang || pageLanguage();
  return lang === "fr" ? "fr" : "en";
}

const nameOf = (post: HTMLElement): string => post.querySelector(".post-author")?.textContent?.trim() ?? "";

/** The part of one post's words that is selected. */
export function chosenPart(): { post: HTMLElement; part: DocumentFragment; range: Range } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === "") return null;
  const range = selection.getRangeAt(0);
  const shared = range.commonAncestorContainer;
  const body = (shared instanceof Element ? shared : shared.parentElement)?.closest(".post-body");
  const post = body?.closest<HTMLElement>(".post[data-post]");
  return post ? { post, part: range.cloneContents(), range } : null;
}
