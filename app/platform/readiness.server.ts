export type Readiness = "starting" | "ready" | "closing";

let readiness: Readiness = "starting";

export const setReadiness = (state: Readiness) => {
  readiness = state;
};

/** Whether this process takes requests. */
export const isReady = () => readiness === "ready";
