import { quoteOf } from "~/features/forums/quote";

import { type Composer, fieldOf } from "./composer";
import { fill, goTo, make, makeButton, say, tell } from "./dom";
import { placeFor } from "./placing";
import { markdownOf } from "./selection-markdown";
import { write } from "./write";

type Source = { name: string; number: number; address: string; body: string };

/** Where the portal gives the words of a post as they were written: an address with `0` for its id. */
export type Addresses = { source: string; post: string };

/** Answers and quotations of posts of this page go into the form of this page. */
export function startQuoting({ form, area, words }: Composer, addresses: Addresses, keeping: { typed: () => void }) {
  const replyTo = fieldOf(form, "replyTo");
  // What is selected elsewhere moves the cursor of a field that was left.
  let cursor = area.value.length;
  area.addEventListener("blur", () => {
    cursor = area.selectionEnd;
  });
  const chip = make("p", { class: "composer-answering", hidden: true });
  area.closest(".composer-box")?.before(chip);
  if (replyTo?.value) showChip(document.querySelector<HTMLElement>(`.post[data-post="${CSS.escape(replyTo.value)}"]`));

  function answer(post: HTMLElement) {
    if (!replyTo) return;
    replyTo.value = post.dataset.post ?? "";
    showChip(post);
    keeping.typed();
  }

  function showChip(post: HTMLElement | null) {
    if (!post) return;
    const link = make("a", { href: `#${post.id}` }, fill(words.answering, { name: nameOf(post), number: post.dataset.number ?? "" }));
    const clear = makeButton(
      words.answeringNobody,
      () => {
        if (replyTo) replyTo.value = "";
        chip.hidden = true;
        keeping.typed();
        area.focus();
      },
      { class: "button button-quiet button-small" },
    );
    chip.replaceChildren(link, " ", clear);
    chip.hidden = false;
  }

  function put(source: Source, text: string) {
    const { place, before, after } = placeFor(area.value, document.activeElement === area ? area.selectionEnd : cursor);
    const lines = before + quoteOf({ ...source, text });
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
      const source = await sourceOf(post, addresses);
      if (!source) return tell(words.notQuoted, "danger");
      if (!replyTo?.value) answer(post);
      put(source, source.body);
    },
    /** Quotes what is selected within one post, if something is. */
    quoteSelection(): boolean {
      const chosen = chosenPart();
      if (!chosen) return false;
      const { post, part } = chosen;
      if (!replyTo?.value) answer(post);
      const { number = "0", post: id = "0" } = post.dataset;
      put({ name: nameOf(post), number: Number(number), address: addresses.post.replace(/\/0$/, `/${id}`), body: "" }, markdownOf(part));
      getSelection()?.removeAllRanges();
      return true;
    },
  };
}

export type Quoting = ReturnType<typeof startQuoting>;

async function sourceOf(post: HTMLElement, { source, post: place }: Addresses): Promise<Source | null> {
  const id = post.dataset.post ?? "";
  try {
    const response = await fetch(source.replace("/0/", `/${id}/`), { headers: { Accept: "application/json" } });
    const { body } = (await response.json()) as { body?: unknown };
    if (typeof body !== "string") return null;
    return { name: nameOf(post), number: Number(post.dataset.number), address: place.replace(/\/0$/, `/${id}`), body };
  } catch {
    return null;
  }
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
