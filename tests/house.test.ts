import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "vitest";

/** The floors of the house, from the ground up. A room may use what lies below it, never beside nor above. */
const floors = [
  ["generated"],
  ["i18n"],
  ["platform"],
  ["ui"],
  ["features/activity"], // knows people by id alone, so that what happens to an account can be recorded too
  ["features/accounts"],
  ["features/uploads", "features/vocabularies", "features/confidentiality", "features/terminology"],
  ["features/people", "features/notifications"],
  ["features/organizations"],
  ["features/publishing"],
  ["features/evidence", "features/lineage", "features/adoption"],
  ["features/claims"],
  ["features/practices", "features/webinars", "features/forums"],
  ["features/library", "features/stewardship", "features/graph"],
  ["features/exchange"],
  ["features/moderation", "features/search"],
  ["routes", "jobs", "commands", "browser"],
];

const floorOf = (path: string) => floors.findIndex((rooms) => rooms.some((room) => path.startsWith(`${room}/`)));

const roomOf = (path: string) => floors.flat().find((room) => path.startsWith(`${room}/`));

test("every import leads down, or stays in its own room", () => {
  const stairsUp = files().flatMap((file) =>
    importsOf(file)
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(target) >= floorOf(file))
      .map((target) => `${file} -> ${target}`),
  );

  expect(stairsUp).toEqual([]);
});

test("every room stands on a floor", () => {
  expect(files().filter((file) => floorOf(file) === -1)).toEqual([]);
});

test("rooms are named in full when left, and never climbed out of", () => {
  const climbing = files().filter((file) => /from "\.\.\/(?!en\/|translate"|\.\.\/prisma)/.test(sourceOf(file)));

  expect(climbing.filter((file) => !file.startsWith("i18n/fr/") && !/\/components\//.test(file))).toEqual([]);
});

test("only the platform and the features' server modules touch the database", () => {
  const offenders = files().filter(
    (file) => importsOf(file).includes("platform/db.server") && !/^(platform|features|commands)\/.*\.server\.tsx?$/.test(file),
  );

  expect(offenders).toEqual([]);
});

test("the features' server modules know nothing of the web framework", () => {
  const offenders = files().filter(
    (file) =>
      /^features\/.*\.server\.tsx?$/.test(file) &&
      file !== "features/accounts/require-actor.server.ts" &&
      sourceOf(file).includes("@remix-run/"),
  );

  expect(offenders).toEqual([]);
});

function files() {
  return readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\/.*\.tsx?$/.test(file) && !file.endsWith(".d.ts") && !file.startsWith("generated/"),
  );
}

function importsOf(file: string) {
  return [...sourceOf(file).matchAll(/from "~\/([^"]+)"/g)].map((match) => match[1] as string);
}

function sourceOf(file: string) {
  return readFileSync(`app/${file}`, "utf8");
}
