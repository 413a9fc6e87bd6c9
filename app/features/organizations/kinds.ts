/** What an organization can be. Their words stand in the dictionary, under organizations.kinds. */
export const organizationKinds = [
  "community-health-centre",
  "health-authority",
  "primary-care",
  "community-organization",
  "indigenous-organization",
  "network",
  "municipality",
  "cultural-institution",
  "research",
  "funder",
  "other",
] as const;

export type OrganizationKind = (typeof organizationKinds)[number];
