import { expect, test } from "vitest";

import { linkOf, mentionOf, queryAt } from "~/browser/composer/query";

/** What is being completed where the bar stands. */
function at(text: string) {
  const cursor = text.indexOf("|");
  const query = queryAt(text.replace("|", ""), cursor);
  return query && `${query.kind}${query.words}`;
}

test("a name is completed from its sign on, with accents, hyphens and a space", () => {
  expect(at("Thank you @mar|")).toBe("@mar");
  expect(at("@Marie-Ève Côt| was there")).toBe("@Marie-Ève Côt");
  expect(at("(@élo|)")).toBe("@élo");
  expect(at("« @mar|")).toBe("@mar");
  expect(at("- @mar|")).toBe("@mar");
  expect(at("first line\n@m|")).toBe("@m");
});

test("a title is completed from two letters on, over several words", () => {
  expect(at("See #wa|")).toBe("#wa");
  expect(at("See #walk with a neigh|")).toBe("#walk with a neigh");
  expect(at("See #w|")).toBeNull();
});

test("accents that were typed apart are put together", () => {
  expect(queryAt("@E\u0301lo", 5)?.words).toBe("Élo");
});

test("an address, a heading, the target of a link and a number sign within a word are no names", () => {
  expect(at("write to marie@example|")).toBeNull();
  expect(at("## Steps|")).toBeNull();
  expect(at("# Steps|")).toBeNull();
  expect(at("[1](#source|")).toBeNull();
  expect(at("C#sharp|")).toBeNull();
  expect(at("@|")).toBeNull();
});

test("after a space at its end, or further on in the sentence, nothing is completed any more", () => {
  expect(at("@marie |")).toBeNull();
  expect(at("@marie, how|")).toBeNull();
  expect(at("@marie came here today and|")).toBeNull();
  expect(at("@marie\nnext|")).toBeNull();
});

test("nothing is completed in code", () => {
  expect(at("`@mar|`")).toBeNull();
  expect(at("```\n@mar|\n```")).toBeNull();
  expect(at("```\ncode\n```\n@mar|")).toBe("@mar");
});

test("the place of what will be replaced is given, up to the cursor", () => {
  expect(queryAt("Hello @mar and others", 10)).toEqual({ kind: "@", words: "mar", from: 6, to: 10 });
});

test("what is taken becomes a name, or a link whose title cannot break it", () => {
  expect(mentionOf("marie-tremblay")).toBe("@marie-tremblay ");
  expect(linkOf("Walks [winter]", "/en/threads/1/walks")).toBe("[Walks \\[winter\\]](/en/threads/1/walks) ");
});
