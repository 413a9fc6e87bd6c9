import { env } from "~/platform/env.server";

import { isDemoWorld } from "./demo.server";

/** Whether roles from editor upwards rest until a second factor is set up: REQUIRE_SECOND_FACTOR, else everywhere but in the demo world. */
export const wantsSecondFactor = (): boolean => env.REQUIRE_SECOND_FACTOR ?? !isDemoWorld();
