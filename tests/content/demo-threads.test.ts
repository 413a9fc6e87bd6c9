import { expect, test } from "vitest";

import { type Language, otherLanguage } from "~/i18n/languages";
import { readDemoThreads } from "../../prisma/seed-forums";

const threads = readDemoThreads();

const marks: Record<Language, RegExp> = { en: /^Example: /, fr: /^Exemple\u00a0: / };

const posts = threads.flatMap((thread) => thread.posts.map((post) => ({ ...post, language: post.language ?? thread.language })));

test("every thread of the demo world says in its title that it is an example", () => {
  const titled = threads.filter(({ guide }) => guide === undefined);

  expect(titled.filter(({ title, language }) => !marks[language].test(title)).map(({ title }) => title)).toEqual([]);
});

test("the demo world talks in both languages, often in the same thread, and shows what a thread can be", () => {
  const mixed = threads.filter(({ posts, language }) => posts.some((post) => post.language === otherLanguage(language)));

  expect(threads.length).toBeGreaterThanOrEqual(14);
  for (const language of ["en", "fr"]) expect(posts.filter((post) => post.language === language).length).toBeGreaterThan(15);
  expect(mixed.length).toBeGreaterThanOrEqual(6);
  for (const is of [
    threads.some(({ isPinned }) => isPinned),
    threads.some(({ isLocked }) => isLocked),
    threads.some(({ guide }) => guide),
    threads.some(({ proposal }) => proposal),
    posts.some(({ accepted }) => accepted),
    posts.some(({ wiki }) => wiki),
    posts.some(({ poll }) => poll),
    posts.some(({ quote }) => quote),
    posts.some(({ body }) => /@[a-z]+-/.test(body)),
  ])
    expect(is).toBe(true);
});

test("nobody thanks themselves, and what is answered or quoted was said before, in these words", () => {
  for (const { posts } of threads)
    for (const [index, { by, replyTo = 0, quote, reactions, after }] of posts.entries()) {
      expect(Object.values(reactions).flat()).not.toContain(by);
      expect(replyTo).toBeLessThanOrEqual(index);
      expect(after).toBeGreaterThanOrEqual(posts[index - 1]?.after ?? 0);
      if (quote) expect((posts[quote.of - 1]?.body ?? "").replaceAll("*", "")).toContain(quote.words.replaceAll("*", ""));
    }
});

test("French has its typography: ’, and no-break spaces before : ; ! ? and inside « »", () => {
  const french = posts.filter(({ language }) => language === "fr").flatMap(({ body }) => body.split("\n"));

  expect(
    french.filter((line) =>
      /'|[^\u00a0\s|-][;!?](?:\s|$)| [:;!?»]|« |[^\u00a0|-]:(?:\s|$)/.test(line.replace(/\| [ :|-]+\||(?<!\*)\*[^*]+\*(?!\*)/g, "")),
    ),
  ).toEqual([]);
});

test("English has curly quotes and apostrophes", () => {
  const english = posts.filter(({ language }) => language === "en").map(({ body }) => body);

  expect(english.filter((body) => /['"]/.test(body))).toEqual([]);
});
