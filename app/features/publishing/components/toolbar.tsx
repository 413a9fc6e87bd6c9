import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from "react";

import { editFor, type Tool, tools } from "~/features/publishing/markdown-toolbar";
import { useTranslation } from "~/i18n/context";

const signs: Record<Tool, ReactNode> = {
  bold: <path d="M7 4.5h6a3.75 3.75 0 0 1 0 7.5H7Zm0 7.5h7a3.75 3.75 0 0 1 0 7.5H7Z" strokeWidth="2.6" />,
  italic: <path d="M10 4.5h8M6 19.5h8M14.5 4.5l-5 15" />,
  heading: <path d="M6 4.5v15M18 4.5v15M6 12h12" strokeWidth="2.4" />,
  list: <path d="M9.5 6h11M9.5 12h11M9.5 18h11M4 6h.1M4 12h.1M4 18h.1" />,
  numbered: (
    <path d="M10.5 6h10M10.5 12h10M10.5 18h10M3.5 5l1.5-1v5M3.3 15.4c.3-.9 1-1.3 1.7-1.3 1 0 1.6.6 1.6 1.4 0 1.3-3.2 2.3-3.2 4.2h3.4" />
  ),
  checklist: <path d="M12.5 7h8M12.5 17h8M3.5 6.5l2 2 4-4M4 14h5v5.5H4Z" />,
  quote: <path d="M4.5 17c2.5-.6 4-2.5 4-5.5V7h-4v4.5h4M14.5 17c2.5-.6 4-2.5 4-5.5V7h-4v4.5h4" />,
  link: <path d="M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19l1.3-1.3" />,
  table: <path d="M3.5 5h17v14h-17ZM3.5 10h17M9.5 5v14" />,
};

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
            {signs[tool]}
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
