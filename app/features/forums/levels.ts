import type { FollowLevel, FollowSubject } from "~/generated/prisma/enums";

import { followLevels } from "./limits";

/** The levels at which something can be followed. A thread begins once only, so nobody watches its first post. */
export const levelsOf = (type: FollowSubject): readonly FollowLevel[] =>
  type === "THREAD" ? followLevels.filter((level) => level !== "WATCHING_FIRST") : followLevels;
