import { z } from "zod";

import { contentKind } from "~/features/publishing/content.server";
import { frontFields, sharedFields } from "~/features/publishing/content-kind.server";
import type { Maturity } from "~/generated/prisma/enums";
import { languages } from "~/i18n/languages";
import { PATIENCE_MS } from "~/platform/content.server";
import { scalar } from "~/platform/content-format";
import { missing, text } from "~/platform/content-shapes.server";
import { checkCitations } from "~/platform/content-text.server";
import { renderMarkdown, renderSources } from "~/platform/markdown.server";

import { practiceKind } from "./practice-kind.server";

/** Practice guides as files: content/practices. */
export const practiceContent = contentKind({
  kind: practiceKind,
  folder: "practices",
  file: "practice.yaml",
  counted: "guides",
  sharedShape: z.strictObject({
    ...sharedFields,
    // "Replicated" is earned by adoptions.
    maturity: z.enum(["idea", "tried", "evaluated"], { error: missing("idea, tried or evaluated") }),
  }),
  frontShape: z.strictObject({
    ...frontFields,
    sources: z.array(text(1, 5_000), { error: missing("a list of sources") }).default([]),
  }),

  maturityOf: ({ maturity }) => maturity.toUpperCase() as Maturity,
  fieldsOf: ({ sources }) => ({ sources: sources.join("\n"), own: {} }),

  check(_, faces, _place, faults) {
    for (const language of languages) {
      const face = faces[language];
      if (!face || face.isPublished) continue;
      const { file, bodyLine, front, text } = face;
      const lineOfSource = (index: number) => front.lineOf(["sources", index]);
      checkCitations(text.body, file, bodyLine, front.value.sources.length, lineOfSource, faults);
    }
  },

  prepare: async () => ({
    async draw({ body, sources }, language) {
      const [{ html, words }, sourcesHtml] = await Promise.all([
        renderMarkdown(body, { language, limitMs: PATIENCE_MS }),
        renderSources(sources, { language, limitMs: PATIENCE_MS }),
      ]);
      return { own: {}, rendered: { html, sourcesHtml, words } };
    },
    bring: null,
  }),

  sharedOwn: [],
  canonicalOwn: () => ({}),
  sharedLines: async () => [],
  frontLines: ({ sources }) => (sources === "" ? [] : ["sources:", ...sources.split("\n").map((source) => `  - ${scalar(source)}`)]),
});
