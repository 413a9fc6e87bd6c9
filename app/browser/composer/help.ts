import type { QuickWords } from "~/features/forums/components/composer-words";

import { make, makeButton } from "./dom";

const KEPT_AS = "shortcuts";

export type Help = ReturnType<typeof addHelp>;

/** The list of keys, and the switch that turns them off. A button at the foot of the page opens it, also for those who turned them off. */
export function addHelp(words: QuickWords) {
  const { help } = words;
  const place = document.querySelector("[data-shortcuts]") ?? document.querySelector("main");
  place?.append(makeButton(help.open, show, { class: "button button-quiet button-small shortcuts-button" }));

  function show() {
    const toggle = make("input", { type: "checkbox", id: "shortcuts-on", "aria-describedby": "shortcuts-hint" });
    toggle.checked = isOn();
    toggle.addEventListener("change", () => turn(toggle.checked));
    const dialog = make(
      "dialog",
      { class: "dialog dialog-wide", "aria-labelledby": "shortcuts-title" },
      make("h2", { class: "dialog-title", id: "shortcuts-title" }, help.title),
      make("p", {}, help.lead),
      make(
        "div",
        { class: "choice" },
        toggle,
        make("label", { for: "shortcuts-on" }, help.use),
        make("p", { class: "choice-hint", id: "shortcuts-hint" }, help.useHint),
      ),
      make("div", { class: "shortcut-groups" }, ...groups(help).map(([title, rows]) => group(title, rows, help.andThen))),
      make(
        "p",
        { class: "button-row" },
        makeButton(words.close, () => dialog.close(), { class: "button button-secondary" }),
      ),
    );
    dialog.addEventListener("close", () => dialog.remove());
    // A press beside the dialog closes it.
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    document.body.append(dialog);
    dialog.showModal();
  }

  return { show, isOn };
}

type Row = [words: string, ...keys: string[]];

/** Everything that keys do, for the help. Those of the forms with Ctrl have no place in the switch: they are no single keys. */
function groups(help: QuickWords["help"]): [title: string, rows: Row[]][] {
  const withControl = (key: string) => `${/Mac|iP(hone|ad)/.test(navigator.platform) ? "⌘" : "Ctrl"} + ${key}`;
  return [
    [
      help.everywhere,
      [
        [help.search, "/"],
        [help.showHelp, "?"],
        [help.newThread, "c"],
      ],
    ],
    [
      help.reading,
      [
        [help.next, "j"],
        [help.previous, "k"],
        [help.openRow, "o"],
        [help.reply, "r"],
        [help.quote, "q"],
        [help.edit, "e"],
        [help.bookmark, "b"],
        [help.thanks, "l"],
        ...(document.querySelector('[data-key="!"]') ? [[help.report, "!"] as Row] : []),
      ],
    ],
    [
      help.going,
      [
        [help.home, "g", "h"],
        [help.forums, "g", "f"],
        [help.notifications, "g", "n"],
        [help.drafts, "g", "d"],
        [help.bookmarks, "g", "b"],
        [help.guides, "g", "g"],
      ],
    ],
    [
      help.following,
      [
        [help.muted, "m", "m"],
        [help.normal, "m", "r"],
        [help.tracking, "m", "t"],
        [help.watching, "m", "w"],
      ],
    ],
    [
      help.writing,
      [
        [help.send, withControl("Enter")],
        [help.bold, withControl("B")],
        [help.italic, withControl("I")],
        [help.link, withControl("K")],
      ],
    ],
  ];
}

function group(title: string, rows: Row[], then: string): HTMLElement {
  const list = make("dl", { class: "shortcut-list" });
  for (const [words, ...keys] of rows) {
    const pressed = keys.flatMap((key, index) => [...(index > 0 ? [` ${then} `] : []), make("kbd", {}, key)]);
    list.append(make("div", { class: "shortcut" }, make("dt", {}, words), make("dd", {}, ...pressed)));
  }
  return make("section", { class: "shortcut-group" }, make("h3", {}, title), list);
}

function isOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    return true;
  }
}

function turn(on: boolean) {
  try {
    if (on) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, "off");
  } catch {
    // A browser that keeps nothing cannot keep this either.
  }
}
