import type { Circle } from "~/generated/prisma/enums";

/** How long names may be, in characters, and how many there may be of what. Also needed in the browser. */
export const categoryLimits = { shortestName: 2, name: 60, description: 300, categories: 50, spaces: 20 } as const;

/** Who may see a category of the portal, from the widest to the narrowest. */
export const seeingCircles = ["EVERYONE", "MEMBERS", "AFFILIATED", "STAFF"] as const satisfies Circle[];

/** Who may write in one: whoever writes has an account. */
export const writingCircles = ["MEMBERS", "AFFILIATED", "STAFF"] as const satisfies Circle[];
