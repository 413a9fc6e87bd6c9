import { expect, test } from "vitest";

import { endOfDay } from "~/features/accounts/end-of-day";

test.each([
  ["2027-01-31", "America/Toronto", "2027-02-01T04:59:59.999Z"],
  ["2027-07-31", "America/Toronto", "2027-08-01T03:59:59.999Z"],
  ["2027-07-31", "America/St_Johns", "2027-08-01T02:29:59.999Z"],
  ["2027-07-31", "America/Vancouver", "2027-08-01T06:59:59.999Z"],
  ["2027-07-31", "UTC", "2027-07-31T23:59:59.999Z"],
  ["2027-03-13", "America/Toronto", "2027-03-14T04:59:59.999Z"], // the clocks go forward in the night that follows
  ["2027-03-14", "America/Toronto", "2027-03-15T03:59:59.999Z"],
  ["2027-11-07", "America/Toronto", "2027-11-08T04:59:59.999Z"],
  ["2027-11-06", "America/Toronto", "2027-11-07T03:59:59.999Z"],
])("%s ends in %s at %s", (day, zone, end) => {
  expect(endOfDay(day, zone)?.toISOString()).toBe(end);
});

test("where no day is named there is no end", () => {
  expect([endOfDay(null, "UTC"), endOfDay("", "UTC")]).toEqual([null, null]);
});
