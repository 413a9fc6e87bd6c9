import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

/** Someone who acts: signed in, address verified, not suspended. */
export type Actor = {
  id: string;
  name: string;
  language: Language;
  roles: Role[];
  /** The organizations this person belongs to. */
  organizations: { id: string; isSteward: boolean }[];
  /** A silenced account reads as a member and writes nothing. */
  isSilenced: boolean;
};

/** Someone who looks: a visitor has no account. A suspended account counts as a visitor. */
export type Viewer = Actor | null;

export const isInGoodStanding = (viewer: Viewer): viewer is Actor => viewer !== null && !viewer.isSilenced;

export const hasRole = (viewer: Viewer, ...roles: Role[]): boolean => roles.some((role) => viewer?.roles.includes(role));

export const belongsTo = (viewer: Viewer, organizationId: string): boolean =>
  viewer?.organizations.some(({ id }) => id === organizationId) ?? false;

export const isStewardOf = (viewer: Viewer, organizationId: string): boolean =>
  viewer?.organizations.some(({ id, isSteward }) => id === organizationId && isSteward) ?? false;
