import { createRemixStub } from "@remix-run/testing";
import { expect, test } from "vitest";

import { loader as homeLoader, default as HomePage } from "~/routes/home";
import { loader as pageLoader, meta as pageMeta } from "~/routes/page";
import { ErrorBoundary as UnknownPage, loader as unknownLoader } from "~/routes/unknown";
import { visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

import { drawRoute } from "./draw";

test("a visitor's first action is to find a practice, and signing up is the next", async () => {
  const html = await drawHome(null);

  expect(html).toContain("Find a practice");
  expect(html).toContain('action="/en/practices"');
  expect(html).toContain('href="/en/sign-up"');
  expect(html).not.toContain("Share a practice</a>");
});

test("a practitioner's first action is to share a practice", async () => {
  const html = await drawHome(await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] }));

  expect(html).toContain('href="/en/practices/new"');
  expect(html).not.toContain('href="/en/sign-up"');
});

test("a member who cannot write yet learns how to, and is not asked to sign up", async () => {
  const html = await drawHome(await person("Maya"));

  expect(html).toContain("Ask those who answer for yours");
  expect(html).not.toContain('href="/en/sign-up"');
});

test("a portal without guides says so", async () => {
  expect(await drawHome(null)).toContain("No guide has been published yet.");
});

test.each([
  ["/en/about", "About the Practice Commons"],
  ["/fr/a-propos", "À propos du Carrefour des pratiques"],
  ["/en/code-of-conduct", "Code of conduct"],
  ["/fr/confidentialite", "Confidentialité"],
  ["/en/accessibility", "Accessibility"],
])("%s is read from the content that ships with the portal", async (path, title) => {
  const page = await (await pageLoader(visit(null, path))).json();

  expect(page.title).toBe(title);
  expect(page.html).toContain("<h2 id=");
  expect(pageMeta({ data: page, location: { pathname: path } } as unknown as Parameters<typeof pageMeta>[0])).toContainEqual({
    name: "description",
    content: page.summary,
  });
});

test("an address of no page is not found", async () => {
  await expect(pageLoader(visit(null, "/en/nothing"))).rejects.toMatchObject({ status: 404 });
  expect(unknownLoader).toThrow(expect.objectContaining({ status: 404 }));
});

test("an address of neither language is answered in both, each marked as what it is", () => {
  const html = drawRoute(createRemixStub([{ path: "*", Component: UnknownPage }]), "/nowhere", {});

  expect(html).toMatch(/<section[^>]*lang="en">.*We cannot find this page.*href="\/en"/s);
  expect(html).toMatch(/<section[^>]*lang="fr">.*Cette page est introuvable.*href="\/fr"/s);
});

async function drawHome(viewer: Parameters<typeof visit>[0]): Promise<string> {
  const home = await (await homeLoader(visit(viewer, "/en"))).json();
  const Stub = createRemixStub([{ id: "home", path: "en", loader: () => null, Component: HomePage }]);
  return drawRoute(Stub, "/en", { loaderData: { home } });
}
