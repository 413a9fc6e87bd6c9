import { z } from "zod";

import { FollowLevel } from "~/generated/prisma/enums";

/** What someone has read: one line, or else all of them. */
export const readSchema = z.object({ id: z.uuid().optional() });

/** How closely someone wants to follow something, and whether they say so on the list of all that they follow, where they then stay. */
export const followSchema = z.object({ level: z.enum(FollowLevel), from: z.literal("follows").optional() });
