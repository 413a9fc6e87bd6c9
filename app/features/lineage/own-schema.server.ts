import { z } from "zod";

import { limits } from "~/features/publishing/limits";

const MOST = limits.sections * 2;

const column = (shape: RegExp) =>
  z.array(z.string().regex(shape, "publishing.error.unknownChoice")).max(MOST, "publishing.error.unknownChoice").default([]);

const key = column(/^[a-z-]{0,60}$/);

/** What a draft of an edition may hold of what it changed. */
export const changesSchema: Record<string, z.ZodType<string[]>> = {
  changeSection: column(/^(?:[a-z0-9:-]{0,60})$/),
  changeReason: z
    .array(z.string().max(limits.reason, "lineage.error.reasonTooLong"))
    .max(MOST, "publishing.error.unknownChoice")
    .default([]),
  changeSetting: key,
  changePopulation: key,
  changeProvince: key,
  changeLanguage: column(/^(?:en|fr)?$/),
};
