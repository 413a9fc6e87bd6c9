import { useEffect, useState } from "react";

import { FILL } from "~/features/publishing/components/fill-form";
import type { Fields } from "~/features/publishing/fields";
import { sectionsOf, withKeys } from "~/features/publishing/sections";

export type Heading = { key: string; heading: string };

/** The sections of the text that is being written, as they stand in the form just now: with the keys that saving will give them. */
export function useSections(body: string, place: React.RefObject<HTMLElement>): Heading[] {
  const [sections, setSections] = useState(() => headingsIn(body));

  useEffect(() => {
    const form = place.current?.closest("form");
    const take = (text: string) =>
      setSections((before) => {
        const next = headingsIn(text);
        return JSON.stringify(before) === JSON.stringify(next) ? before : next;
      });
    const read = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement && target.name === "body") take(target.value);
    };
    const refill = (event: Event) => take((event as CustomEvent<Fields>).detail.body);
    form?.addEventListener("change", read);
    form?.addEventListener(FILL, refill);
    return () => {
      form?.removeEventListener("change", read);
      form?.removeEventListener(FILL, refill);
    };
  }, [place]);

  return sections;
}

const headingsIn = (body: string): Heading[] =>
  sectionsOf(withKeys(body)).flatMap(({ key, heading }) => (heading === "" ? [] : [{ key, heading }]));
