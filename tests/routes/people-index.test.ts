import { expect, test } from "vitest";

import { loader as list } from "~/routes/people/index";
import { loader as page } from "~/routes/people/show";
import { show, words } from "#tests/people/cast";
import { visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

test("an address with empty filters leads to the one without them, and odd ones count for nothing", async () => {
  await words();
  const sent = await list(visit(null, "/fr/personnes?q=&topic=food&language=&province=")).catch((response: unknown) => response);
  expect((sent as Response).headers.get("Location")).toBe("/fr/personnes?topic=food");

  const odd = "topic=%27%3B--&language=xx&province=%00&organization=a b&q=%EF%BF%BE&after=1";
  expect((await (await list(visit(null, `/en/people?${odd}`))).json()).filters).toMatchObject({
    topic: "",
    language: "",
    province: "",
    organization: "",
  });
});

test("the answer of the directory holds no address, and nothing that the viewer may not see", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  await show(amira, { positionAudience: "MEMBERS", position: "canary one", about: "canary two", aboutAudience: "NOBODY" });
  await show(farid, { listing: "MEMBERS", position: "canary three" });

  const told = await (await list(visit(null, "/en/people"))).text();
  expect(told).not.toMatch(/canary|farid|@example/i);
  expect(await (await list(visit(farid, "/en/people"))).text()).toMatch(/canary one.*canary three/);
});

test("a person is shown as far as the viewer may see, in the words of the page", async () => {
  const ours = await organization("Ours");
  const amira = await person("Amira Haddad", { organizations: [ours] });
  await show(amira, { emailAudience: "ORGANIZATIONS", pronounsAudience: "MEMBERS" });
  const seenBy = async (viewer: typeof amira | null, path = "/fr/personnes/amira-haddad") =>
    (await (await page(visit(viewer, path, { slug: "amira-haddad" }))).json()).person;

  expect(await seenBy(null)).toMatchObject({
    name: "Amira Haddad",
    pronouns: "",
    email: "",
    province: "Nouveau-Brunswick",
    topics: [{ label: "Prescription alimentaire" }],
    languages: [{ name: "français" }],
    organizations: [{ name: "Ours (fr)" }],
    isOwn: false,
    isPublic: true,
  });
  expect(await seenBy(await person("Mo"))).toMatchObject({ pronouns: "she/her", email: "" });
  expect(await seenBy(await person("Colin", { organizations: [ours] }))).toMatchObject({ email: "amirahaddad@example.org" });
});

test("a hidden person, one that never was, and one at rest are the same 404; nobody but the owner looks through others' eyes", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  const slug = await show(amira, { listing: "ORGANIZATIONS" });
  await show(farid, { listing: "MEMBERS", position: "canary" });
  const open = (viewer: typeof amira | null, wanted: string, as = "") => page(visit(viewer, `/en/people/${wanted}${as}`, { slug: wanted }));

  for (const wanted of [slug, "nobody", "farid"]) await expect(open(null, wanted)).rejects.toMatchObject({ status: 404 });
  await expect(open(farid, slug)).rejects.toMatchObject({ status: 404 });
  await expect(open(null, "farid", "?as=members")).rejects.toMatchObject({ status: 404 });

  expect((await (await open(farid, "farid", "?as=everyone")).json()).person).toMatchObject({
    isOwn: true,
    isHidden: true,
    position: "",
    email: "",
  });
  expect((await (await open(farid, "farid", "?as=members")).json()).person).toMatchObject({ isHidden: false, position: "canary" });
});
