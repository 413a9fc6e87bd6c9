import type { TestProject } from "vitest/node";

import { removeFolder, startPortal } from "./portal-process";

/** Opens the built portal, with its demo world, once for all tests in a browser. Faults that it logged fail the run. */
export default async function setup(project: TestProject) {
  const portal = await startPortal();
  project.provide("portalUrl", portal.url);
  project.provide("portalData", portal.data);

  return async () => {
    await portal.stop();
    const faults = portal
      .log()
      .split("\n")
      .filter((line) => /"level":"(error|fatal)"/.test(line));
    removeFolder(portal.data);
    if (faults.length > 0) throw new Error(`The portal logged faults:\n${faults.join("\n")}`);
  };
}
