import { beforeEach, expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action as edit, loader as editPage } from "~/routes/organizations/edit";
import { loader as directory } from "~/routes/organizations/index";
import { action as removeLogo } from "~/routes/organizations/logo-removal";
import { loader as logoPage } from "~/routes/organizations/logo";
import { loader as show, meta } from "~/routes/organizations/show";
import { visit, submission } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

import { formOf, made, words } from "../organizations/places";

const SLUG = "riverside-health-centre";
const page = `/en/organizations/${SLUG}`;

beforeEach(words);

test("the directory takes out of the address what a form sends empty, and leads a page that begins nowhere to the start", async () => {
  await made({ en: "Alpha" });

  expect(await leadsTo(directory(visit(null, "/en/organizations?q=al&province=&kind=")))).toBe("302 /en/organizations?q=al");
  const nowhere = "/en/organizations?q=al&after=019aab00-0000-7000-8000-000000000000";
  expect(await leadsTo(directory(visit(null, nowhere)))).toBe("302 /en/organizations?q=al");
  expect(await (await directory(visit(null, "/en/organizations?q=%E2%80%AE&kind=x"))).json()).toMatchObject({
    list: { total: 0 },
    isFirst: true,
  });
});

test("an organization is shown with its published guides and the people who show themselves", async () => {
  const riverside = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [riverside] });
  await guide({ by: amira, state: "PUBLISHED" });
  await guide({ by: amira, fields: { title: "Not yet for others" } });

  const shown = await (await show(visit(null, page, { slug: SLUG }))).json();

  expect(shown.guides).toMatchObject({ total: 1, items: [{ title: "Start a walking group", organizationSlug: SLUG }] });
  expect(shown.people).toEqual([]);
  expect(shown.alternates).toEqual({ en: page, fr: `/fr/organismes/${SLUG}` });
});

test("old addresses lead on for good, and search engines leave out what is closed", async () => {
  const { id } = await organization();
  await db.organizationSlug.create({ data: { language: "en", slug: "before", organizationId: id } });

  expect(await leadsTo(show(visit(null, "/en/organizations/before", { slug: "before" })))).toBe(`301 ${page}`);
  await expect(show(visit(null, "/en/organizations/nowhere", { slug: "nowhere" }))).rejects.toMatchObject({ status: 404 });

  await db.organization.update({ where: { id }, data: { status: "CLOSED" } });
  const data = await (await show(visit(null, page, { slug: SLUG }))).json();
  expect(meta({ data, location: { pathname: page } } as never)).toContainEqual({ name: "robots", content: "noindex" });
});

test("the form begins with what is saved, in both languages, for those who may", async () => {
  const { riverside, steward } = await cast();
  const { fields, options } = await (await editPage(visit(steward, `${page}/edit`, { slug: SLUG }))).json();

  expect(fields).toMatchObject({ nameEn: "Riverside Health Centre", nameFr: "Riverside Health Centre (fr)", contactAudience: "NOBODY" });
  expect(options.province).toHaveLength(2);
  await expect(editPage(visit(null, `${page}/edit`, { slug: SLUG }))).rejects.toMatchObject({ status: 302 });
  for (const load of [editPage, logoPage])
    await expect(
      load(visit(await person(`Own ${load.name} ${Math.random()}`, { organizations: [riverside] }), page, { slug: SLUG })),
    ).rejects.toMatchObject({
      status: 403,
    });
});

test("a form that is sound leads to the page; one with faults comes back as it was typed", async () => {
  const { riverside, steward } = await cast();
  const send = (changes: Record<string, string | string[]>) =>
    edit(submission(steward, `${page}/edit`, { slug: SLUG }, { ...typed(riverside), ...changes }));

  const back = await send({ nameEn: "", siteEn: "javascript:alert(1)", languages: ["en", "fr"] });
  expect(back.status).toBe(422);
  expect(await back.json()).toMatchObject({
    errors: { nameEn: ["organizations.errors.nameRequired"], siteEn: ["organizations.errors.site"] },
    values: { siteEn: "javascript:alert(1)", languages: ["en", "fr"] },
    isStale: false,
  });

  const saved = await send({ nameEn: "River Health" });
  expect([saved.status, saved.headers.get("Location")]).toEqual([302, "/en/organizations/river-health"]);
  await expect(send({ status: "MEMBER" })).rejects.toMatchObject({ status: 400 });
});

test("a form that began before someone else's change comes back with what was typed, and says so", async () => {
  const { riverside, steward } = await cast();
  const send = (changes: Record<string, string>) =>
    edit(submission(steward, `${page}/edit`, { slug: SLUG }, { ...typed(riverside), ...changes }));
  await send({ city: "Peterborough" });

  const back = await send({ city: "Kingston" });

  expect(back.status).toBe(422);
  expect(await back.json()).toMatchObject({ isStale: true, values: { city: "Kingston" }, errors: { "": ["organizations.errors.stale"] } });
  expect(await db.organization.findUniqueOrThrow({ where: { id: riverside.id } })).toMatchObject({ city: "Peterborough" });
});

test("removing a logo that is not there does no harm, and leads back", async () => {
  const { steward } = await cast();

  const done = await removeLogo(submission(steward, `${page}/logo/removal`, { slug: SLUG }));
  expect([done.status, done.headers.get("Location")]).toEqual([302, page]);
});

async function cast() {
  const riverside = await organization();
  return { riverside, steward: await person("Sam", { organizations: [riverside], steward: true }) };
}

/** What a browser sends. */
const typed = (organization: { changedAt: Date }): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(formOf(organization)).map(([name, value]) => [name, value ?? ""]));

async function leadsTo(answer: Promise<Response>): Promise<string> {
  const response = await answer.catch((thrown: Response) => thrown);
  return `${response.status} ${response.headers.get("Location")}`;
}
