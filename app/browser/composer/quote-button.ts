import { make } from "./dom";
import { chosenPart, type Quoting } from "./quoting";

const AFTER_MS = 120;

/** A button beside what is selected within a post. With the keyboard, `q` does the same. */
export function offerQuote(words: string, quoting: Quoting) {
  const button = make("button", { type: "button", class: "quote-button", hidden: true }, words);
  // Pressing it must not undo the selection.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    quoting.quoteSelection();
    button.hidden = true;
  });
  document.body.append(button);
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(place, AFTER_MS);
  });

  function place() {
    const chosen = chosenPart();
    button.hidden = !chosen;
    if (!chosen) return;
    const boxes = chosen.range.getClientRects();
    const last = boxes[boxes.length - 1] ?? chosen.range.getBoundingClientRect();
    const left = Math.max(8, Math.min(last.right - button.offsetWidth / 2, document.documentElement.clientWidth - button.offsetWidth - 8));
    button.style.top = `${last.bottom + scrollY + 8}px`;
    button.style.left = `${left + scrollX}px`;
  }
}
