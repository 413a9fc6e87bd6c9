import { expect, test } from "vitest";

import { takeTurn } from "~/platform/picture-turns.server";

test("one person sends two pictures at a time, whatever others do, and the next one once one of them is over", () => {
  const [first, second] = [takeTurn("amira"), takeTurn("amira")];
  expect([typeof first, typeof second, takeTurn("amira")]).toEqual(["function", "function", null]);

  takeTurn("ben")?.();
  expect(takeTurn("amira")).toBeNull();
  first?.();
  const third = takeTurn("amira");
  expect([typeof third, takeTurn("amira")]).toEqual(["function", null]);
  second?.();
  third?.();
  expect([typeof takeTurn("amira"), typeof takeTurn("amira"), takeTurn("amira")]).toEqual(["function", "function", null]);
});
