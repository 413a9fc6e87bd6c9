import { type Composer, fieldOf, writtenLanguage } from "./composer";
import { make, parsed, say } from "./dom";

const AFTER_MS = 400;
const SHORTEST = 5;

/** Shows threads and guides that are like the one whose title is being typed, so that nobody asks what is answered. */
export function showSimilar({ form, words }: Composer) {
  const title = fieldOf(form, "title");
  const address = form.dataset.similar;
  if (!title || !address) return;

  const place = document.getElementById("similar-threads") ?? make("div", { id: "similar-threads" });
  if (!place.isConnected) (title.closest(".field") ?? title).after(place);
  place.classList.add("composer-similar");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, AFTER_MS);
  });
  if (title.value) void look();

  async function look() {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const typed = title?.value.trim() ?? "";
    if (typed.length < SHORTEST) return place.replaceChildren();
    try {
      const query = new URLSearchParams({ title: typed, language: writtenLanguage(form) });
      const response = await fetch(`${address}?${query}`, { signal });
      if (!response.ok || signal.aborted) return;
      const had = place.querySelector("a") !== null;
      place.replaceChildren(...parsed(await response.text()).body.childNodes);
      if (!had && place.querySelector("a")) say(words.similar);
    } catch {
      // Help that does not come is not missed.
    }
  }
}
