import { readImport } from "~/features/evidence/import-reading.server";
import type { Jobs } from "~/platform/queue.server";

/** Reads a bibliography that someone brought to a summary. */
export const readReferencesJob = ({ importId }: Jobs["read-references"]) => readImport(importId);
