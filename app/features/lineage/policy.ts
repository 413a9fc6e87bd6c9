import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";

/** Whether someone may make editions of guides at all: for which organization, and whether the licence lets them, is asked with the guide. */
export const mayAdapt = (viewer: Viewer): boolean => allows(viewer, "practice.write") && (viewer?.organizations.length ?? 0) > 0;
