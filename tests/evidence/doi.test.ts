import fc from "fast-check";
import { expect, test } from "vitest";

import { doiIn } from "~/features/evidence/doi";

const doi = "10.1136/bmjopen-2022-062951";

test.each([
  ["bare", doi],
  ["an address", `https://doi.org/${doi}`],
  ["an old address", `http://dx.doi.org/${doi}`],
  ["an address without its scheme", `doi.org/${doi}`],
  ["a prefix", `doi:${doi}`],
  ["a prefix in capitals, with a space", `DOI: ${doi}`],
  ["a query behind it", `https://doi.org/${doi}?utm_source=x&y=1`],
  ["a place in the page behind it", `https://doi.org/${doi}#sec3`],
  ["the end of a sentence behind it", `See ${doi}.`],
  ["a comma behind it", `${doi},`],
  ["percent signs", "https://doi.org/10.1136%2Fbmjopen-2022-062951"],
  ["percent signs twice", "https://x.ca/login?url=https%3A%2F%2Fdoi.org%2F10.1136%252Fbmjopen-2022-062951"],
  ["round brackets around it", `(doi:${doi})`],
  ["square brackets around it", `[${doi}]`],
  ["angle brackets around it", `<https://doi.org/${doi}>`],
  ["guillemets around it", `« ${doi} »`],
  ["capitals", doi.toUpperCase()],
  ["zero-width spaces", "10.1136/\u200bbmjopen\u200b-2022-062951"],
  ["soft hyphens", "10.1136/bmj\u00adopen-2022-\u00ad062951"],
  ["a byte order mark", `\ufeff${doi}`],
  ["a publisher's page", `https://bmjopen.bmj.com/content/${doi}.full`],
  ["a publisher's PDF", `https://onlinelibrary.wiley.com/doi/pdf/${doi}/pdf`],
  ["a publisher's page of a publisher's page", `https://www.tandfonline.com/doi/full/${doi}/full/html`],
  ["a proxy's address", `https://doi-org.proxy.bib.uottawa.ca/${doi}`],
  ["an HTML link", `<a href="https://doi.org/${doi}">${doi}</a>`],
])("finds the DOI in its coat: %s", (_, text) => {
  expect(doiIn(text)).toBe(doi);
});

test.each([
  ["brackets of its own", "10.1016/S0140-6736(05)67889-0", "10.1016/s0140-6736(05)67889-0"],
  ["brackets of its own, in brackets", "(10.1016/S0140-6736(05)67889-0)", "10.1016/s0140-6736(05)67889-0"],
  [
    "an old DOI with signs",
    "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
    "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
  ],
  ["a registrant with parts", "10.1000.10/123", "10.1000.10/123"],
  ["slashes inside", "10.17605/OSF.IO/ABC12/x", "10.17605/osf.io/abc12/x"],
])("keeps what belongs to it: %s", (_, text, bare) => {
  expect(doiIn(text)).toBe(bare);
});

test.each([
  "",
  "none",
  "10.1136",
  "10.1136/",
  "10.12/abc",
  "10.12345678901/abc",
  "11.1136/abc",
  "110.1136/abc",
  "https://example.org/",
  "10.1136/...",
  "a".repeat(100_000),
])("finds none in %j", (text) => {
  expect(doiIn(text)).toBeNull();
});

test("finds again what it found", () => {
  const suffix = fc.stringMatching(/^[a-z0-9][a-z0-9._;()/:-]{0,30}[a-z0-9]$/);
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 999_999_999 }), suffix, (registrant, rest) => {
      const found = doiIn(`10.${registrant}/${rest}`);
      expect(found && doiIn(found)).toBe(found);
      expect(found && doiIn(`https://doi.org/${found}`)).toBe(found);
    }),
  );
});
