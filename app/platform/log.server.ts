import pino from "pino";

import { env } from "./env.server";

/** One line of JSON a happening. Nothing personal goes in: no names, addresses, texts or tokens. */
export const log = pino({
  level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
