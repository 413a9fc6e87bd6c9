// The small comforts of every page: a few lines, no framework. Every page works without them.

const root = document.documentElement;
const voice = document.createElement("div");
const AGAIN_AFTER_MS = 10_000;
const SAID_FOR_MS = 2500;

focusWhatIsNew();
offerTheme();
offerLinks();
offerCopies();

// One listener each for the whole document, so that a page drawn later by the framework is served too.
document.addEventListener("submit", sendOnce);
document.addEventListener("click", (event) => closeMenus(event.target as Node));
document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus(null));
window.addEventListener("pageshow", (event) => event.persisted && document.querySelectorAll("form").forEach(allowAgain));

/** After a form came back, or something was done, the words about it are read first. */
function focusWhatIsNew() {
  const errors = document.querySelector<HTMLElement>(".form-errors[data-focus]");
  (errors ?? document.querySelector<HTMLElement>("[data-focus]"))?.focus();
}

/** The choice of appearance is kept in this browser alone. */
function offerTheme() {
  const choice = document.querySelector<HTMLElement>("[data-theme-choice]");
  if (!choice) return;
  try {
    show(localStorage.getItem("theme") ?? "auto");
  } catch {
    return; // no storage, no choice
  }
  choice.hidden = false;
  choice.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.value === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", target.value);
    show(target.value);
  });

  function show(theme: string) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of choice?.querySelectorAll("button") ?? []) button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

/** Beside each heading of a text, a button that copies the address of its section. */
function offerLinks() {
  const texts = document.querySelectorAll<HTMLElement>("[data-copy-link]");
  if (!navigator.clipboard || texts.length === 0) return;
  giveVoice();
  for (const text of texts)
    for (const heading of text.querySelectorAll<HTMLElement>("h2[id], h3[id]")) {
      const row = document.createElement("div");
      const button = document.createElement("button");
      row.className = "heading-row";
      button.className = "copy-link";
      button.type = "button";
      button.textContent = "#";
      button.setAttribute("aria-label", `${text.dataset.copyLink} (${heading.textContent})`);
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(`${location.href.split("#")[0]}#${heading.id}`);
        say(button, text.dataset.copiedLink ?? "");
      });
      heading.replaceWith(row);
      row.append(heading, button);
    }
}

/** Buttons that copy the text they stand beside, shown where that can be done. */
function offerCopies() {
  const buttons = document.querySelectorAll<HTMLButtonElement>("button[data-copy]");
  if (!navigator.clipboard || buttons.length === 0) return;
  giveVoice();
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy ?? "")?.textContent ?? "";
      await navigator.clipboard.writeText(text.trim());
      say(button, button.dataset.copied ?? "");
    });
  }
}

function giveVoice() {
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  document.body.append(voice);
}

/** Says what was done, on the button and to screen readers. */
function say(button: HTMLElement, words: string) {
  const sign = button.textContent;
  voice.textContent = button.textContent = words;
  setTimeout(() => {
    button.textContent = sign;
    voice.textContent = "";
  }, SAID_FOR_MS);
}

/** A form is sent once. Where the answer never comes, it can be sent again after a while. */
function sendOnce(event: SubmitEvent) {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  // What the framework or a page's own script sends, it guards itself.
  setTimeout(() => {
    if (event.defaultPrevented) return;
    form.dataset.sent = "yes";
    for (const button of buttonsOf(form)) button.setAttribute("aria-disabled", "true");
    setTimeout(allowAgain, AGAIN_AFTER_MS, form);
  });
}

function allowAgain(form: HTMLFormElement) {
  delete form.dataset.sent;
  for (const button of buttonsOf(form)) button.removeAttribute("aria-disabled");
}

const buttonsOf = (form: HTMLFormElement) => form.querySelectorAll<HTMLElement>("button[type=submit], button:not([type])");

function closeMenus(clicked: Node | null) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
    if (clicked && menu.contains(clicked)) continue;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus && !clicked) menu.querySelector("summary")?.focus();
  }
}
