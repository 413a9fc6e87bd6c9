type Readiness = "starting" | "ready" | "closing";

let readiness: Readiness = "starting";

export const setReadiness = (state: Readiness) => {
  readiness = state;
};

/** Whether what the portal stands on is still being opened. */
export const isStarting = () => readiness === "starting";

/** Whether this process takes requests. */
export const isReady = () => readiness === "ready";
