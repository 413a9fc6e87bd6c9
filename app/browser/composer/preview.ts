import { type Composer, writtenLanguage } from "./composer";
import { make, parsed, say } from "./dom";

type View = "write" | "preview";

/** Two tabs above the field: the text, and what it will look like. The portal draws it, by the very renderer that publishes. */
export function addPreview({ form, area, words }: Composer, writing: HTMLElement) {
  const prose = make("div", { class: "prose composer-drawn" });
  const drawing = make("div", { class: "composer-preview", role: "tabpanel", id: "composer-drawing", tabindex: "0", hidden: true }, prose);
  const tabs = { write: tab("write", "composer-writing", words.write), preview: tab("preview", "composer-drawing", words.preview) };
  const bar = make("div", { class: "composer-tabs", role: "tablist", "aria-label": words.views }, tabs.write, tabs.preview);
  for (const [panel, name] of [
    [writing, "write"],
    [drawing, "preview"],
  ] as const)
    panel.setAttribute("aria-labelledby", `composer-tab-${name}`);
  Object.assign(writing, { id: "composer-writing", role: "tabpanel" });
  let asked: AbortController | undefined;

  function tab(view: View, panel: string, label: string) {
    const isFirst = view === "write";
    const button = make(
      "button",
      {
        type: "button",
        class: "composer-tab",
        role: "tab",
        id: `composer-tab-${view}`,
        "aria-controls": panel,
        "aria-selected": String(isFirst),
        tabindex: isFirst ? "0" : "-1",
      },
      label,
    );
    button.addEventListener("click", () => show(view));
    return button;
  }

  function show(view: View) {
    const isWriting = view === "write";
    for (const [name, each] of Object.entries(tabs)) {
      each.setAttribute("aria-selected", String(name === view));
      each.tabIndex = name === view ? 0 : -1;
    }
    writing.hidden = !isWriting;
    drawing.hidden = isWriting;
    asked?.abort();
    if (!isWriting) void draw();
  }

  async function draw() {
    asked = new AbortController();
    const { signal } = asked;
    drawing.setAttribute("aria-busy", "true");
    prose.replaceChildren(make("p", { class: "field-hint" }, area.value.trim() === "" ? words.nothing : words.drawing));
    if (area.value.trim() === "") return drawing.removeAttribute("aria-busy");
    const { html, warnings } = await drawnFrom(form, signal);
    if (signal.aborted) return;
    drawing.removeAttribute("aria-busy");
    prose.lang = writtenLanguage(form);
    prose.replaceChildren(...(html === null ? [make("p", { class: "field-errors" }, words.notDrawn)] : parsed(html).body.childNodes));
    if (warnings.length > 0) prose.prepend(make("ul", { class: "composer-warnings" }, ...warnings.map((line) => make("li", {}, line))));
    say(html === null ? words.notDrawn : words.drawn);
  }

  bar.addEventListener("keydown", (event) => {
    const next = { ArrowLeft: "write", ArrowRight: "preview", Home: "write", End: "preview" }[event.key] as View | undefined;
    if (!next) return;
    event.preventDefault();
    show(next);
    tabs[next].focus();
  });
  return { bar, drawing, write: () => show("write") };
}

async function drawnFrom(form: HTMLFormElement, signal: AbortSignal): Promise<{ html: string | null; warnings: string[] }> {
  const fields = new FormData(form);
  fields.delete("files");
  try {
    const response = await fetch(form.dataset.preview ?? "", {
      method: "POST",
      body: fields,
      headers: { Accept: "application/json" },
      signal,
    });
    const { html, warnings } = (await response.json()) as { html?: unknown; warnings?: unknown };
    return { html: typeof html === "string" ? html : null, warnings: Array.isArray(warnings) ? warnings.map(String) : [] };
  } catch {
    return { html: null, warnings: [] };
  }
}
