import { type KeyboardEvent, type RefObject, useRef, useState } from "react";

import { editFor, type Tool, tools } from "~/features/publishing/markdown-toolbar";
import { toolSigns } from "~/features/publishing/tool-signs";
import { useTranslation } from "~/i18n/context";

/** Buttons that write Markdown into a field. One stop for the Tab key; the arrows lead from button to button. */
export function Toolbar({ field, controls }: { field: RefObject<HTMLTextAreaElement>; controls: string }) {
  const t = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);

  function press(tool: Tool) {
    const area = field.current;
    if (!area) return;
    const words = {
      bold: t("writing.toolbar.words.bold"),
      italic: t("writing.toolbar.words.italic"),
      link: t("writing.toolbar.words.link"),
      column: t("writing.toolbar.words.column"),
      cell: t("writing.toolbar.words.cell"),
    };
    write(area, editFor(tool, { text: area.value, start: area.selectionStart, end: area.selectionEnd }, words));
  }

  function move(event: KeyboardEvent) {
    const last = tools.length - 1;
    const next = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div ref={bar} className="toolbar" role="toolbar" aria-label={t("writing.toolbar.label")} aria-controls={controls} onKeyDown={move}>
      {tools.map((tool, index) => (
        <button
          key={tool}
          type="button"
          className="toolbar-button"
          aria-label={t(`writing.toolbar.${tool}`)}
          title={t(`writing.toolbar.${tool}`)}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          onClick={() => press(tool)}
        >
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={toolSigns[tool].path} strokeWidth={toolSigns[tool].width} />
          </svg>
        </button>
      ))}
    </div>
  );
}

/** Changes the field as typing would, so that it can be taken back with Ctrl+Z: only this old command does that. */
function write(area: HTMLTextAreaElement, { from, to, insert, start, end }: ReturnType<typeof editFor>) {
  area.focus();
  area.setSelectionRange(from, to);
  const isWritten = insert === "" ? from === to || document.execCommand("delete") : document.execCommand("insertText", false, insert);
  if (!isWritten) {
    area.setRangeText(insert, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}
