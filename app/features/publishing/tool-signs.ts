import type { Tool } from "./markdown-toolbar";

/** The strokes of each sign of the toolbar, on a field of 24 by 24, and how wide they are where the usual width does not do. */
export const toolSigns: Record<Tool, { path: string; width?: string }> = {
  bold: { path: "M7 4.5h6a3.75 3.75 0 0 1 0 7.5H7Zm0 7.5h7a3.75 3.75 0 0 1 0 7.5H7Z", width: "2.6" },
  italic: { path: "M10 4.5h8M6 19.5h8M14.5 4.5l-5 15" },
  heading: { path: "M6 4.5v15M18 4.5v15M6 12h12", width: "2.4" },
  list: { path: "M9.5 6h11M9.5 12h11M9.5 18h11M4 6h.1M4 12h.1M4 18h.1" },
  numbered: {
    path: "M10.5 6h10M10.5 12h10M10.5 18h10M3.5 5l1.5-1v5M3.3 15.4c.3-.9 1-1.3 1.7-1.3 1 0 1.6.6 1.6 1.4 0 1.3-3.2 2.3-3.2 4.2h3.4",
  },
  checklist: { path: "M12.5 7h8M12.5 17h8M3.5 6.5l2 2 4-4M4 14h5v5.5H4Z" },
  quote: { path: "M4.5 17c2.5-.6 4-2.5 4-5.5V7h-4v4.5h4M14.5 17c2.5-.6 4-2.5 4-5.5V7h-4v4.5h4" },
  link: { path: "M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19l1.3-1.3" },
  table: { path: "M3.5 5h17v14h-17ZM3.5 10h17M9.5 5v14" },
};
