import { expect, test } from "vitest";

import { renderMarkdown, renderPostMarkdown } from "~/platform/markdown.server";
import type { PostParts } from "~/platform/markdown-post";
import { referencesIn } from "~/platform/markdown-references";

const PICTURE = "0190a0b0-0000-7000-8000-000000000001";
const PAPER = "0190a0b0-0000-7000-8000-000000000002";
const FOREIGN = "0190a0b0-0000-7000-8000-000000000003";
const THREAD = "/en/threads/0190a0b0-0000-7000-8000-000000000009/a-thread";

const parts = (key = "a"): PostParts => ({
  key,
  origin: "https://portal.example",
  names: new Map([
    ["jane-doe", { href: "/en/people/jane-doe", label: "Jane <Doe>" }],
    ["riverside", { href: "/en/organizations/riverside", label: "Riverside" }],
  ]),
  titles: new Map([[THREAD, "Who <walks>?"]]),
  files: new Map([
    [PICTURE, { width: 640, height: 480 }],
    [PAPER, null],
  ]),
});

const post = (source: string, language: "en" | "fr" = "en") => renderPostMarkdown(source, parts(), { language });
const html = async (source: string) => (await post(source)).html.trim();

const JANE = '<a class="mention" href="/en/people/jane-doe">@Jane &lt;Doe&gt;</a>';
const TITLE = `<a href="${THREAD}">Who &lt;walks&gt;?</a>`;
const IMG = `<img src="/files/${PICTURE}" width="640" height="480" loading="lazy" decoding="async"`;

test.each([
  ["a known handle becomes a link with a name", "Hello @jane-doe!", `<p>Hello ${JANE}!</p>`],
  ["a handle may stand alone", "@jane-doe", `<p>${JANE}</p>`],
  ["capitals do not matter", "@Jane-Doe’s idea", `<p>${JANE}’s idea</p>`],
  ["an unknown handle stays words", "@nobody and @jane-doe-2", "<p>@nobody and @jane-doe-2</p>"],
  ["what goes on is no handle", "@jane-doeé @jane-doe_x @jane-doe.org", "<p>@jane-doeé @jane-doe_x @jane-doe.org</p>"],
  [
    "an e-mail address is none",
    "me@jane-doe.ca x@jane-doe",
    '<p><a href="mailto:me@jane-doe.ca" rel="ugc nofollow noopener">me@jane-doe.ca</a> x@jane-doe</p>',
  ],
  ["an end of a sentence is no part of it", "(@jane-doe, **@jane-doe**.)", `<p>(${JANE}, <strong>${JANE}</strong>.)</p>`],
  ["code names nobody", "`@jane-doe`\n\n    @jane-doe", '<p><code>@jane-doe</code></p>\n<pre tabindex="0"><code>@jane-doe\n</code></pre>'],
  ["an escaped sign names nobody", "\\@jane-doe", "<p>@jane-doe</p>"],
  ["a link names nobody", "[ask *@jane-doe*](/en/about)", '<p><a href="/en/about">ask <em>@jane-doe</em></a></p>'],
  ["a table names people", "|@jane-doe|\n|-|\n", null],
  ["lists and quotes name people", "> - @jane-doe", `<blockquote>\n<ul>\n<li>${JANE}</li>\n</ul>\n</blockquote>`],
  ["a bare address says its title", `https://portal.example${THREAD}`, `<p>${TITLE}</p>`],
  ["a bare path says its title", `See ${THREAD}.`, `<p>See ${TITLE}.</p>`],
  ["words of a link stay", `[this](https://portal.example${THREAD})`, `<p><a href="${THREAD}">this</a></p>`],
  ["an unknown path stays words", "See /en/threads/x/y", "<p>See /en/threads/x/y</p>"],
  [
    "another portal is elsewhere",
    `https://other.example${THREAD}`,
    `<p><a href="https://other.example${THREAD}" rel="ugc nofollow noopener">https://other.example${THREAD}</a></p>`,
  ],
  ["an own picture is shown", `![A map](/files/${PICTURE})`, `<p><a href="/files/${PICTURE}">${IMG} alt="A map" /></a></p>`],
  [
    "a picture without words can be opened all the same",
    `![](/files/${PICTURE})`,
    `<p><a aria-label="Open the picture" href="/files/${PICTURE}">${IMG} alt="" /></a></p>`,
  ],
  ["a picture of someone else is a link", `![A map](/files/${FOREIGN})`, `<p><a href="/files/${FOREIGN}">A map</a></p>`],
  ["a file that is no picture is a link", `![Notes](/files/${PAPER})`, `<p><a href="/files/${PAPER}">Notes</a></p>`],
  ["a picture of elsewhere is a link", "![x](https://b.ca/m.png)", '<p><a href="https://b.ca/m.png" rel="ugc nofollow noopener">x</a></p>'],
  ["headings begin below those of the page", "# A\n\n#### B", '<h3 id="s-a-a">A</h3>\n<h4 id="s-a-b">B</h4>'],
  ["a link within the post finds its heading", "[a](#key)", '<p><a href="#s-a-key">a</a></p>'],
  [
    "a spoiler is opened by who wants it",
    "[spoiler]\nThe *end*.\n\n- a\n[/spoiler]\nafter",
    '<details class="spoiler"><summary>Spoiler</summary>\n<p>The <em>end</em>.</p>\n<ul>\n<li>a</li>\n</ul>\n</details>\n<p>after</p>',
  ],
  [
    "a spoiler may be one line, and follow another",
    "before\n[spoiler]the end[/spoiler]",
    '<p>before</p>\n<details class="spoiler"><summary>Spoiler</summary>\n<p>the end</p>\n</details>',
  ],
  [
    "a spoiler may stand in another",
    "[spoiler]\na\n[spoiler]b[/spoiler]\n[/spoiler]",
    '<details class="spoiler"><summary>Spoiler</summary>\n<p>a</p>\n<details class="spoiler"><summary>Spoiler</summary>\n<p>b</p>\n</details>\n</details>',
  ],
  ["a spoiler without an end is words", "[spoiler]\na", "<p>[spoiler]\na</p>"],
  [
    "code does not end a spoiler",
    "[spoiler]\n```\n[/spoiler]\n```\n[/spoiler]",
    '<details class="spoiler"><summary>Spoiler</summary>\n<pre tabindex="0"><code>[/spoiler]\n</code></pre>\n</details>',
  ],
])("%s", async (_, source, expected) => {
  if (expected === null) expect(await html(source)).toContain(JANE);
  else expect(await html(source)).toBe(expected);
});

test("the names and files that stand in a text are told, and no others", async () => {
  const source = `@jane-doe \`@riverside\` ![a](/files/${PICTURE}) [b](/files/${PAPER}) [c](/files/${FOREIGN})`;

  expect(await post(source)).toMatchObject({ names: ["jane-doe"], files: [PICTURE, PAPER], text: "@Jane <Doe> @riverside a b c" });
});

test("one name is drawn 200 times at most", async () => {
  expect((await html("@jane-doe ".repeat(300))).split("<a ").length).toBe(201);
});

test("two posts with the same words share no id", async () => {
  const source = "## Steps {#steps}\n\nOnce[^1].\n\n[^1]: Note.\n";
  const ids: string[] = [];
  for (const key of ["a", "b"]) {
    const drawn = await renderPostMarkdown(source, parts(key), { language: "en" });
    ids.push(...[...drawn.html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id));
    for (const [, target = ""] of drawn.html.matchAll(/href="#([^"]+)"/g)) expect(drawn.html).toContain(`id="${target}"`);
    expect(drawn.html).toContain(`<h3 id="s-${key}-footnote-label">Notes</h3>`);
  }

  expect(ids).toHaveLength(8);
  expect(new Set(ids).size).toBe(8);
});

test("a spoiler has its word in the language of the post, and its text is found without it", async () => {
  const { html: drawn, text } = await post("[spoiler]la fin[/spoiler]", "fr");

  expect(drawn).toContain("<summary>Divulgâcheur</summary>");
  expect(text).toBe("la fin");
});

test("spoilers 20 deep are drawn, 21 are refused; a text of many is no nest", async () => {
  const nested = (levels: number) => `${"[spoiler]\n".repeat(levels)}a\n${"[/spoiler]\n".repeat(levels)}`;

  expect((await html(nested(20))).split("<details").length).toBe(21);
  await expect(post(nested(21))).rejects.toMatchObject({ status: 422 });
  expect((await html("[spoiler]a[/spoiler]\n".repeat(500))).split("<details").length).toBe(501);
});

test("a post longer than 40,000 characters is refused, and a guide knows none of this", async () => {
  await expect(post("a ".repeat(20_001))).rejects.toMatchObject({ status: 422 });
  expect((await renderMarkdown("@jane-doe\n\n[spoiler]a[/spoiler]", { language: "en" })).html).toBe(
    "<p>@jane-doe</p>\n<p>[spoiler]a[/spoiler]</p>\n",
  );
});

test("references are found once each, in time proportional to the text", () => {
  const origin = "https://portal.example";
  const text = `@Jane-Doe @jane-doe a@b ${origin}${THREAD}, ${THREAD} https://evil.example${THREAD}-2 /files/${PICTURE}`;
  expect(referencesIn(text, origin)).toEqual({ handles: ["jane-doe"], addresses: [THREAD], files: [PICTURE] });

  const began = performance.now();
  for (const unit of ["@", "@a", "@a-", "a-", "/en/", "/en/a", "https://", "http://a/en/", "/files/", "@a@", "é@", "-", " "])
    referencesIn(unit.repeat(Math.ceil(200_000 / unit.length)), origin);
  expect(performance.now() - began).toBeLessThan(3_000);
});
