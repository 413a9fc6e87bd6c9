import { Prisma } from "~/generated/prisma/client";

import { limits } from "./limits";

/** What a text cites, as far as machines are told of it on its page. */
export type CitedReference = { title: string; doi: string | null; url: string | null };

/** What the revision `r` cites, as an expression: in the order of the numbers, and no more than its page lists. */
export const citedBy = Prisma.sql`(
  SELECT json_agg(json_build_object('title', n.csl->>'title', 'doi', n.doi, 'url', n.csl->>'URL') ORDER BY cited.place)
  FROM jsonb_array_elements_text(r.details->'own'->'references') WITH ORDINALITY AS cited(entry, place) JOIN "Reference" n ON n.id = split_part(cited.entry, ' ', 2)::uuid
  WHERE cited.place <= ${limits.listed})`;
