import { expect, test } from "vitest";

import { kindOfPath } from "~/features/publishing/kind-of-path";

test("an address tells its kind in both languages, with and without what follows", () => {
  for (const path of ["/en/evidence", "/en/evidence/new", "/fr/donnees-probantes/a-propos/modifier"])
    expect(kindOfPath(path)).toBe("summary");
  for (const path of ["/en/practices", "/fr/pratiques/nouveau", "/en/practices/evidence", "/en/evidence-of-change", "/", "/en"])
    expect(kindOfPath(path)).toBe("practice");
});

test("however an address is written that the router finds, its kind is the same", () => {
  for (const path of [
    "/EN/EVIDENCE/NEW",
    "/en/%65vidence/new",
    "/Fr/Donnees-Probantes",
    "//en//evidence/",
    "/FR/DONNEES%2DPROBANTES/NOUVELLE",
  ])
    expect(kindOfPath(path)).toBe("summary");
  expect(kindOfPath("/en/%E0%A4%A/new")).toBe("practice");
});
