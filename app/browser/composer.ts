// What members get on the pages of the forums: the comforts of the form in which posts are written, acts that do not leave the page,
// and keys. Everything works without it.

import type { QuickWords } from "~/features/forums/components/composer-words";

import { addAttaching } from "./composer/attaching";
import { guardClosing } from "./composer/closing";
import { addCompletion } from "./composer/completing";
import { type Composer, composerOf } from "./composer/composer";
import { make } from "./composer/dom";
import { addHelp } from "./composer/help";
import { startKeeping } from "./composer/keeping";
import { forgetCopies } from "./composer/kept-copy";
import { takeKeys } from "./composer/keys";
import { addPreview } from "./composer/preview";
import { offerQuote } from "./composer/quote-button";
import { type Quoting, startQuoting } from "./composer/quoting";
import { guardSending } from "./composer/sending";
import { showSimilar } from "./composer/similar";
import { swapForms } from "./composer/swap";
import { addToolbar } from "./composer/toolbar";

const { quick, places: addresses } = (document.currentScript as HTMLElement | null)?.dataset ?? {};
const places = JSON.parse(addresses ?? "{}") as Record<string, string>;

forgetCopies(isSeen);
const composer = composerOf(document);
const quoting = composer && begin(composer);
if (quick) {
  const words = JSON.parse(quick) as QuickWords;
  swapForms(words);
  takeKeys({ places, help: addHelp(words), quoting });
}

/** Whether a post is on this page, in a later version where one is named. */
function isSeen(sent: string): boolean {
  const [id = "", version = "-1"] = sent.split("@");
  const post = document.querySelector<HTMLElement>(`[data-post="${CSS.escape(id)}"]`);
  return Number(post?.dataset.version ?? -1) > Number(version);
}

function begin(composer: Composer): Quoting {
  const { form, area, words } = composer;
  const hadFocus = document.activeElement === area;
  const writing = make("div", { class: "composer-writing" });
  const box = make("div", { class: "editor-box composer-box" });
  area.before(box);
  const files = addAttaching(composer, box);
  const preview = addPreview(composer, writing);
  const field = make("div", { class: "composer-field" }, area);
  writing.append(addToolbar(composer, files.choose), field, files.rows);
  box.append(preview.bar, writing, preview.drawing);
  if (hadFocus) area.focus();

  const keeping = startKeeping(composer, { cleaned: files.cleaned, signIn: places.signIn ?? "" });
  addCompletion(composer);
  showSimilar(composer);
  guardClosing(composer, keeping);
  guardSending(composer, keeping, files.isBusy);
  // To throw the draft away is to leave.
  document.addEventListener("submit", ({ target }) => (target as Element).matches(".composer-discard") && void keeping.forget());
  for (const button of form.querySelectorAll<HTMLElement>("button[formaction]")) button.hidden = true;

  const quoting = startQuoting(
    composer,
    { source: places.source ?? "", place: { en: places["post-en"] ?? "", fr: places["post-fr"] ?? "" } },
    keeping,
  );
  offerQuote(words.quoteChosen, quoting);
  document.addEventListener("click", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    const tool = (event.target as Element).closest<HTMLElement>('[data-key="r"], [data-key="q"]');
    const post = tool?.closest<HTMLElement>(".post[data-post]");
    if (!tool || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    preview.write();
    if (!post) quoting.replyToThread();
    else if (tool.dataset.key === "r") quoting.reply(post);
    else void quoting.quote(post);
  });
  return quoting;
}
