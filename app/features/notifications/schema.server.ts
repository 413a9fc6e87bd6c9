import { z } from "zod";

import { FollowLevel } from "~/generated/prisma/enums";

/** How closely someone wants to follow something, and whether they say so on the list of all that they follow, where they then stay. */
export const followSchema = z.object({ level: z.enum(FollowLevel), from: z.literal("follows").optional() });
