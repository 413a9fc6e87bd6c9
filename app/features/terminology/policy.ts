import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";

/** Who says which words the portal uses: those who review guides. */
export const mayKeepTerms = (viewer: Viewer): boolean => allows(viewer, "practice.review");
