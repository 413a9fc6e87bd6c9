import { expect, test } from "vitest";

import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Card } from "~/ui/card";
import { Contents } from "~/ui/contents";
import { Flash } from "~/ui/flash";
import { Pagination } from "~/ui/pagination";
import { Prose } from "~/ui/prose";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

import { draw } from "./draw";

test("the way to a page starts at home and ends at the page, which is no link", () => {
  const html = draw(
    <Breadcrumbs steps={[{ label: "Guides de pratique", href: "/fr/pratiques" }, { label: "Nature" }]} />,
    "/fr/pratiques/nature",
  );

  expect(html).toContain('<a href="/fr">Accueil</a>');
  expect(html).toContain('<span aria-current="page">Nature</span>');
});

test("a message that the dictionary does not know is not shown, and the region for it stays", () => {
  expect(draw(<Flash message="site.copyLink.done" />)).toContain("Link copied");
  expect(draw(<Flash message="site.nothing.like.it" />)).toBe('<div role="status"></div>');
  expect(draw(<Flash message="site.error" />)).toBe('<div role="status"></div>');
  expect(draw(<Flash message={null} />)).toBe('<div role="status"></div>');
});

test("a list of one page has no pages to turn", () => {
  expect(draw(<Pagination next={null} first={null} />)).toBe("");
  expect(draw(<Pagination next="/en/practices?after=x" first={null} />)).toContain('rel="next"');
});

test("a date is written in the language of the page, and for machines", () => {
  expect(draw(<Time at="2026-11-22" />, "/fr")).toBe('<time dateTime="2026-11-22">22 novembre 2026</time>');
  expect(draw(<Time at="2026-11-22" />, "/en")).toBe('<time dateTime="2026-11-22">November 22, 2026</time>');
});

test("a title in the other language says so to screen readers", () => {
  expect(draw(<Card title="Bâtir la carte" href="/en/practices/carte" lang="fr" />)).toContain('<h3 class="card-title" lang="fr">');
});

test("the contents lead to the sections, and a text of one section needs none", () => {
  const sections = [
    { key: "s-steps", heading: "Steps" },
    { key: "s-evidence", heading: "Evidence" },
  ];

  expect(draw(<Contents sections={sections} />)).toContain('<a href="#s-steps">Steps</a>');
  expect(draw(<Contents sections={sections.slice(0, 1)} />)).toBe("");
});

test("a text carries its language, and the words of the button that copies a link", () => {
  const html = draw(<Prose html="<p>Bonjour</p>" lang="fr" />);

  expect(html).toContain('lang="fr"');
  expect(html).toContain('data-copy-link="Copy the link to this section"');
  expect(html).toContain("<p>Bonjour</p>");
});

test("a wide table scrolls in a box of its own, which the keyboard can reach", () => {
  const html = draw(
    <Table caption="Roles" head={["Role"]}>
      <tr>
        <td>Editor</td>
      </tr>
    </Table>,
  );

  expect(html).toMatch(/<section class="table-box" aria-label="Roles" tabindex="0">/);
});
