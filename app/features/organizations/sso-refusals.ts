/** Why a sign-in through an organization came to nothing: the words for each stand in the dictionary. */
export const ssoRefusals = ["unknown", "expired", "foreign", "denied", "unverified", "domain", "closed", "suspended", "provider"] as const;

export type SsoRefusal = (typeof ssoRefusals)[number];
