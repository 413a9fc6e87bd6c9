import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

/** Someone who acts: signed in, address verified, neither suspended nor at rest. */
export type Actor = {
  id: string;
  name: string;
  language: Language;
  /** IANA name of the zone in which this person reads times. */
  timeZone: string;
  /** The roles in force: what has ended does not count, nor does what wants a second factor that is missing. */
  roles: Role[];
  /** The organizations in good standing to which this person belongs. */
  organizations: { id: string; isSteward: boolean }[];
  /** A silenced account reads as a member and writes nothing. */
  isSilenced: boolean;
  /** Roles rest until a second factor is set up. */
  owesSecondFactor: boolean;
  /** The terms or the privacy policy have changed since this person agreed to them. */
  owesConsent: boolean;
};

/** Someone who looks: a visitor has no account. A suspended account counts as a visitor. */
export type Viewer = Actor | null;

export const isInGoodStanding = (viewer: Viewer): viewer is Actor => viewer !== null && !viewer.isSilenced;

export const hasRole = (viewer: Viewer, ...roles: Role[]): boolean => roles.some((role) => viewer?.roles.includes(role));

export const belongsTo = (viewer: Viewer, organizationId: string): boolean =>
  viewer?.organizations.some(({ id }) => id === organizationId) ?? false;

export const isStewardOf = (viewer: Viewer, organizationId: string): boolean =>
  viewer?.organizations.some(({ id, isSteward }) => id === organizationId && isSteward) ?? false;

/** Who belongs to an organization in good standing is trusted from day one: the limits for newcomers are not for them. */
export const isTrusted = (viewer: Viewer): boolean => isInGoodStanding(viewer) && viewer.organizations.length > 0;
