import { createRemixStub } from "@remix-run/testing";
import { expect, test, vi } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { conflict, forbidden, notFound } from "~/platform/errors";
import { plainErrorPage } from "~/platform/error-page.server";
import { flash } from "~/platform/flash.server";
import Site, { ErrorBoundary, loader, meta } from "~/routes/site";
import { visit } from "#tests/support/request";

import { drawRoute } from "./draw";

vi.mock("~/features/notifications/inbox.server", () => ({ countUnread: () => Promise.resolve(3) }));

const eloise: Actor = {
  id: "1",
  name: "Éloïse",
  language: "fr",
  roles: ["EDITOR"],
  organizations: [],
  isSilenced: false,
  timeZone: "America/Toronto",
  owesSecondFactor: false,
  owesConsent: false,
};

test("the frame learns who looks and what they may do, and no more", async () => {
  expect(await (await loader(visit(eloise, "/fr"))).json()).toEqual({
    message: null,
    unread: 3,
    viewer: {
      id: "1",
      name: "Éloïse",
      timeZone: "America/Toronto",
      mayWrite: true,
      mayReview: true,
      mayModerate: false,
      mayAdminister: false,
      owesSecondFactor: false,
    },
  });
  expect(await (await loader(visit(null, "/fr"))).json()).toEqual({ message: null, unread: 0, viewer: null });
  const silenced = await (await loader(visit({ ...eloise, isSilenced: true }, "/fr"))).json();
  expect(silenced.viewer).toEqual({
    id: "1",
    name: "Éloïse",
    timeZone: "America/Toronto",
    mayWrite: false,
    mayReview: false,
    mayModerate: false,
    mayAdminister: false,
    owesSecondFactor: false,
  });
});

test("a message for this page is taken once", async () => {
  const { "Set-Cookie": cookie } = await flash("site.copyLink.done");
  const args = visit(null, "/en");
  args.request.headers.set("Cookie", cookie.split(";")[0] ?? "");

  const response = await loader(args);

  expect((await response.json()).message).toBe("site.copyLink.done");
  expect(response.headers.get("Set-Cookie")).toContain("Max-Age=0");
});

test("the other language comes first in the header: the same page, the same query", () => {
  const html = drawSite("/en/practices?q=food");

  expect(html).toContain('href="/fr/pratiques?q=food" lang="fr"');
  expect(html.indexOf('lang="fr"')).toBeLessThan(html.indexOf("Sign in"));
  expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('lang="fr"'));
});

test("a page that knows its addresses in both languages is followed", () => {
  const html = drawSite("/en/practices/nature", null, { alternates: { fr: "/fr/pratiques/la-nature" } });

  expect(html).toContain('href="/fr/pratiques/la-nature" lang="fr"');
});

test("a visitor can sign in and come back, and sees nothing that is for members", () => {
  const html = drawSite("/en/practices?q=food");

  expect(html).toContain('href="/en/sign-in?to=%2Fen%2Fpractices%3Fq%3Dfood"');
  expect(html).toContain('href="/en/sign-up"');
  expect(html).not.toContain("My guides");
  expect(html).not.toContain("Reviews");
  expect(html).not.toContain("Sign out");
});

test("an editor finds their guides, the reviews and the way out", () => {
  const html = drawSite("/fr/revisions", {
    name: "Éloïse",
    mayWrite: true,
    mayReview: true,
    mayModerate: false,
    mayAdminister: false,
    owesSecondFactor: false,
  });

  expect(html).toContain("Mes guides");
  expect(html).toContain('href="/fr/revisions" aria-current="page"');
  expect(html).toContain('<form method="post" action="/fr/deconnexion">');
  expect(html).not.toContain("Se connecter");
});

test.each([
  [forbidden(), "Error 403", "This is not yours to do"],
  [notFound(), "Error 404", "We cannot find this page"],
  [new Response("", { status: 410 }), "Error 410", "This is no longer here"],
  [new Response("", { status: 429 }), "Error 429", "That was too often"],
  [new Response("", { status: 503 }), "Error 503", "The portal is catching its breath"],
])("what a page throws is said inside the frame", async (thrown, status, title) => {
  const html = drawSite("/en/practices/x", null, null, await asError(thrown));

  expect(html).toContain(status);
  expect(html).toContain(`<h1 tabindex="-1">${title}</h1>`);
  expect(html).toContain('href="/fr/pratiques/x" lang="fr"');
});

test("a conflict says its reason, and a fault of ours says nothing of its cause", async () => {
  expect(drawSite("/en/practices/x", null, null, await asError(conflict("site.form.invalid")))).toContain("Please check what you entered");
  const fault = drawSite("/fr/pratiques/x", null, null, new Error("password of the database"));
  expect(fault).toContain("Un problème est survenu");
  expect(fault).not.toContain("password");
});

test("the title of an error is that of the error, in the page's language, and is not for search engines", async () => {
  const error = await asError(notFound());
  const args = { error, location: { pathname: "/fr/pratiques/x" } } as unknown as Parameters<typeof meta>[0];

  expect(meta(args)).toEqual([
    { title: "Cette page est introuvable — Le Carrefour des pratiques" },
    { name: "robots", content: "noindex" },
  ]);
});

test("a refusal before the frame can be drawn is in the reader's language, with its number and a way home", () => {
  const html = plainErrorPage(413, "fr", "abc-123");

  expect(html).toContain('<html lang="fr">');
  expect(html).toContain("C’est trop volumineux");
  expect(html).toContain("abc-123");
  expect(html).toContain('href="/fr"');
});

/** What a boundary gets when a route throws a Response. */
const asError = async (response: Response) => ({
  status: response.status,
  statusText: "",
  internal: false,
  data: await response.text(),
});

function drawSite(path: string, viewer: object | null = null, page: object | null = null, error: unknown = null): string {
  const id = `${path.slice(1, 3)}/site`;
  const loaderData = { [id]: { viewer, message: null }, page };
  const errors = error ? { [id]: error } : null;
  return drawRoute(createRemixStub([frameIn(path.slice(1, 3))]), path, { loaderData, errors });
}

const frameIn = (language: string) => ({
  id: `${language}/site`,
  path: language,
  Component: Site,
  ErrorBoundary,
  loader: () => null,
  children: [{ id: "page", path: "*", loader: () => null, Component: Page }],
});

const Page = () => <h1>Page</h1>;

test("an administrator finds the administration; nobody else does", () => {
  const anika = { name: "Anika", mayWrite: true, mayReview: true, mayModerate: true, mayAdminister: true, owesSecondFactor: false };

  expect(drawSite("/fr", anika)).toContain('href="/fr/administration"');
  expect(drawSite("/fr", { ...anika, mayAdminister: false })).not.toContain("/fr/administration");
});

test("whoever owes a second factor is told so on every page but the one where they set it up", () => {
  const resting = { name: "Anika", mayWrite: false, mayReview: false, mayModerate: false, mayAdminister: false, owesSecondFactor: true };

  expect(drawSite("/fr", resting)).toMatch(/second facteur[\s\S]*href="\/fr\/parametres\/securite"/);
  expect(drawSite("/fr/parametres/securite/application", resting)).not.toContain("notice-warning");
});
