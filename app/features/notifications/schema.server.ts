import { z } from "zod";

import { FollowLevel } from "~/generated/prisma/enums";

/** How closely someone wants to follow something. */
export const followSchema = z.object({ level: z.enum(FollowLevel) });
