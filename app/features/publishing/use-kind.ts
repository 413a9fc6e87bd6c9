import { useLocation } from "@remix-run/react";

import { kindOfPath } from "./kind-of-path";
import type { KindName } from "./kind-shape";

/** The kind of contribution that the page at hand is about. */
export const useKind = (): KindName => kindOfPath(useLocation().pathname);
