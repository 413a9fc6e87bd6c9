/** How much of each. An invitation works for so many days; an organization sends so many in 24 hours. */
export const membershipLimits = {
  days: 28,
  invitationsADay: 200,
  toOneADay: 5,
  rows: 500,
  name: 100,
  message: 1000,
  note: 1000,
  domain: 253,
};
