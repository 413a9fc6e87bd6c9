import { type CategoryIcon, knownColour, knownIcon } from "../category-look";

const shapes: Record<CategoryIcon, string> = {
  chat: "M4 5h16v11H9.5L5 20v-4H4ZM8 9h8M8 12.5h5",
  question: "M9.2 9.2a2.9 2.9 0 1 1 4.3 2.5c-.9.5-1.5 1.1-1.5 2.3m0 2.9v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  people:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-3.3 3-5.5 6.5-5.5s6.1 2.2 6.5 5.5M16 5a3.2 3.2 0 0 1 0 6.2M18 14.9c2 .8 3.2 2.6 3.5 5.1",
  share: "M12 15V3.5m0 0L8 7.5m4-4 4 4M5 12v8h14v-8",
  chart: "M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6",
  tools: "m14.2 6.2 3.6 3.6M4 20l.8-4L15.6 5.2a2 2 0 0 1 2.9 0l.3.3a2 2 0 0 1 0 2.9L8 19.2ZM5 5l3.5 3.5M16 16l3.5 3.5",
  calendar: "M4 6h16v14H4ZM4 10.5h16M8 3v4M16 3v4M8 14.5h3",
  megaphone: "M4 10v4h3l9 5V5l-9 5ZM7 14l1.2 6h2.6l-1-4.6M19 9.5a4 4 0 0 1 0 5",
  compass: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM15.8 8.2l-2.2 5.4-5.4 2.2 2.2-5.4Z",
  heart: "M12 20S4 15.3 4 9.4A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.4C20 15.3 12 20 12 20Z",
  book: "M12 6.5C10 5 7.5 4.5 4 4.5V18c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4.5c-3.5 0-6 .5-8 2ZM12 6.5V20",
  house: "M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-5.5h4V20",
};

/** Colour and sign of a category, beside its name; screen readers pass over it. */
export function CategoryMark({ colour, icon }: { colour: string; icon: string }) {
  return (
    <span className={`category-mark category-${knownColour(colour)}`}>
      <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={shapes[knownIcon(icon)]} />
      </svg>
    </span>
  );
}
