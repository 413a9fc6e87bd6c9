import { summaryKind } from "~/features/evidence/summary-kind.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { kindOfPath } from "~/features/publishing/kind-of-path";
import type { KindName } from "~/features/publishing/kind-shape";
import type { Kind } from "~/features/publishing/kinds.server";

/** Every kind of contribution, by its name. */
export const kinds: Record<KindName, Kind> = { practice: practiceKind, summary: summaryKind };

/** The kind that a request is about, told by its address. */
export const kindAt = (request: Request): Kind => kinds[kindOfPath(new URL(request.url).pathname)];
