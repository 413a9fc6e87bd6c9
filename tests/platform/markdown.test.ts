import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { renderMarkdown, renderSources } from "~/platform/markdown.server";

const html = async (source: string) => (await renderMarkdown(source, { language: "en" })).html.trim();

test("a text becomes HTML, plain text, a number of words and sections", async () => {
  const rendered = await renderMarkdown("## Steps {#steps}\n\nAsk *gently*: what matters [1](#source-1)?\n\n- l’eau & long-term care", {
    language: "en",
  });

  expect(rendered.html).toBe(
    '<h2 id="s-steps">Steps</h2>\n<p>Ask <em>gently</em>: what matters <a class="citation" role="doc-noteref" href="#source-1">[1]</a>?</p>\n<ul>\n<li>l’eau &amp; long-term care</li>\n</ul>\n',
  );
  expect(rendered.text).toBe("Steps\nAsk gently: what matters ?\nl’eau & long-term care");
  expect(rendered.words).toBe(8);
  expect(rendered.sections).toEqual([{ key: "steps", heading: "Steps" }]);
});

test.each([
  ["the first level is the page's: # becomes h2", "# A", '<h2 id="s-a">A</h2>'],
  ["no level is skipped", "## A\n\n##### B", '<h2 id="s-a">A</h2>\n<h3 id="s-b">B</h3>'],
  ["equal headings have different ids", "## A\n\n## A", '<h2 id="s-a">A</h2>\n<h2 id="s-a-2">A</h2>'],
  ["a key goes before the words of another heading", "## Key\n\n## B {#key}", '<h2 id="s-key-2">Key</h2>\n<h2 id="s-key">B</h2>'],
  ["accents leave the id", "## Été à l’œuvre", '<h2 id="s-ete-a-l-oeuvre">Été à l’œuvre</h2>'],
  ["braces that are no key are text", "## A {B}", '<h2 id="s-a-b">A {B}</h2>'],
  ["a link within the text finds its heading", "[a](#key)", '<p><a href="#s-key">a</a></p>'],
  ["a link within the portal stays in it", "[a](/en/about)", '<p><a href="/en/about">a</a></p>'],
  ["a link to the web is marked", "[a](https://b.ca)", '<p><a href="https://b.ca/" rel="ugc nofollow noopener">a</a></p>'],
  [
    "a bare address is a link",
    "https://b.ca/?a=1&b=2",
    '<p><a href="https://b.ca/?a=1&amp;b=2" rel="ugc nofollow noopener">https://b.ca/?a=1&amp;b=2</a></p>',
  ],
  [
    "a picture is a link with its words",
    "![A map](https://b.ca/m.png)",
    '<p><a href="https://b.ca/m.png" rel="ugc nofollow noopener">A map</a></p>',
  ],
  [
    "a picture in a link is its words",
    "[![A map](https://b.ca/m.png)](https://c.ca)",
    '<p><a href="https://c.ca/" rel="ugc nofollow noopener">A map</a></p>',
  ],
  ["HTML is shown as typed", "a <b>c</b>\n\n<div>d</div>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;d&lt;/div&gt;</p>"],
  ["a line break may be typed", "a<br>b", "<p>a<br />b</p>"],
  ["code keeps its signs", "```js\na < b && c\n```", '<pre tabindex="0"><code>a &lt; b &amp;&amp; c\n</code></pre>'],
  ["struck words", "~~a~~", "<p><del>a</del></p>"],
  ["a no-break space stays", "a\u00a0: b", "<p>a\u00a0: b</p>"],
  [
    "underscores to write on are no emphasis",
    "Name: ______________________________________________ Date: ____",
    "<p>Name: ______________________________________________ Date: ____</p>",
  ],
])("%s", async (_, source, expected) => {
  expect(await html(source)).toBe(expected);
});

test("a task has the name of what is to be done, and cannot be ticked", async () => {
  expect(await html("- [ ] Ask **first**\n- [x] Write it “down”")).toBe(
    '<ul>\n<li class="task"><input aria-label="Ask first" type="checkbox" disabled="disabled" /> Ask <strong>first</strong></li>\n' +
      '<li class="task"><input aria-label="Write it “down”" type="checkbox" disabled="disabled" checked="checked" /> Write it “down”</li>\n</ul>',
  );
});

test("tables can be scrolled with the keyboard, and are named in the language of the page", async () => {
  const { html: french } = await renderMarkdown("| a | b |\n|---|--:|\n| 1 | 2 |\n\n| c |\n|---|\n", { language: "fr" });

  expect(french).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Tableau 1"><table>');
  expect(french).toContain('aria-label="Tableau 2"');
  expect(french).toContain('<th scope="col">a</th><th scope="col" class="align-right">b</th>');
  expect(french).toContain('<td>1</td><td class="align-right">2</td>');
});

test("footnotes lead there and back", async () => {
  const { html: noted, sections } = await renderMarkdown("## A\n\nOnce[^x] and twice[^x].\n\n[^x]: The note.\n", { language: "fr" });

  expect(noted).toContain('<sup><a aria-describedby="s-footnote-label" id="s-footnote-ref-x" href="#s-footnote-x">1</a></sup>');
  expect(noted).toContain('<section class="footnotes">\n<h2 id="s-footnote-label">Notes</h2>');
  expect(noted).toContain('<li id="s-footnote-x">\n<p>The note. <a aria-label="Retour au texte" href="#s-footnote-ref-x">↩</a>');
  expect(sections).toEqual([{ key: "a", heading: "A" }]);
});

test("sources are a list that citations lead to, one a line", async () => {
  expect(await renderSources("1. Husk K. *A review*. <https://doi.org/10.1111/hsc.12839>\n\n10 Carden.\n", { language: "en" })).toBe(
    '<ol class="sources">\n<li id="source-1">Husk K. <em>A review</em>. <a href="https://doi.org/10.1111/hsc.12839" rel="ugc nofollow noopener">https://doi.org/10.1111/hsc.12839</a></li>\n' +
      '<li id="source-2">10 Carden.</li>\n</ol>\n',
  );
  expect(await renderSources(" \n", { language: "en" })).toBe("");
});

test("20 levels are drawn, 21 are refused with 422", async () => {
  const refused = { status: 422 };
  for (const nested of [(levels: number) => `${"> ".repeat(levels)}a`, (levels: number) => `${"- ".repeat(levels)}a`]) {
    expect(await html(nested(20))).toContain("a");
    await expect(renderMarkdown(nested(21), { language: "en" })).rejects.toMatchObject(refused);
  }
  await expect(renderMarkdown(`${"[".repeat(21)}a`, { language: "en" })).rejects.toMatchObject(refused);
  await expect(renderMarkdown(`${"*a ".repeat(21)}`, { language: "en" })).rejects.toMatchObject(refused);
});

test("a text of ordinary lists, quotes and rules is not taken for a nested one", async () => {
  const list = Array.from({ length: 200 }, (_, index) => `- item ${index}\n  - [ ] below, *once*\n    1. and below [again]`).join("\n");
  const quotes = Array.from({ length: 60 }, () => "> > said\n> - and listed\n").join("\n");
  const rule = `${"- ".repeat(40)}\n\n${"* ".repeat(40)}\n\n${"_".repeat(80)}`;

  expect(await html(`${list}\n\n${quotes}\n\n${rule}`)).toContain("<hr />");
});

test("the reason of a refusal is a key of the dictionary", async () => {
  const refusal = await renderMarkdown("a".repeat(200_001), { language: "en" }).catch((response: Response) => response);

  expect(await (refusal as Response).text()).toBe("publishing.markdown.tooLong");
});

test("a command draws without a build, and its process ends by itself", { timeout: 60_000 }, async () => {
  const script = `
    const { speakBothLanguages } = await import("./app/i18n/both-languages.server.ts");
    const { renderMarkdown } = await import("./app/platform/markdown.server.ts");
    speakBothLanguages();
    process.stdout.write((await renderMarkdown("*once*", { language: "en" })).html);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    timeout: 50_000,
  });

  expect(stdout).toBe("<p><em>once</em></p>\n");
});
