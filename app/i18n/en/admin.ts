/** What administrators see and decide, and how roles are asked for and given. */
export const admin = {
  navigation: "Administration",
  pages: {
    admin: "Overview",
  },
  overview: {
    title: "Administration",
    lead: "What waits for you, and where the portal is run from.",
    roleRequests_one: "{{count}} request for a role waits for an answer.",
    roleRequests_other: "{{count}} requests for a role wait for an answer.",
  },
  errors: {
    endsInThePast: "Choose a day that is still to come, or leave the field empty.",
    notHeld: "This person does not hold this role any more.",
    lastAdministrator: "The portal would be left without an administrator. Name another one first.",
  },
} as const;
