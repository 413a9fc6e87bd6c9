import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { action as sendClaim, loader as claimPage } from "~/routes/organizations/claim";
import { loader as ownPage } from "~/routes/organizations/application";
import { action as withdraw, loader as withdrawalPage } from "~/routes/organizations/application-withdrawal";
import { action as apply, loader as newPage } from "~/routes/organizations/new";
import { applied, listed, organizationAt } from "#tests/support/applications";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const NEW = "/en/organizations/new";
const form = (changes: Record<string, string> = {}) => ({
  id: newId(),
  nameEn: "Maple Street Pantry",
  nameFr: "",
  kind: "community-organization",
  province: "",
  city: "",
  site: "",
  about: "",
  message: "I coordinate it.",
  ...changes,
});

test("a visitor is sent to sign in first, by every door", async () => {
  for (const door of [
    newPage(visit(null, NEW)),
    apply(submission(null, NEW, {}, form())),
    claimPage(visit(null, "/en/organizations/x/claim", { slug: "x" })),
    sendClaim(submission(null, "/en/organizations/x/claim", { slug: "x" }, {})),
    ownPage(visit(null, "/en/organizations/x/application", { slug: "x" })),
    withdraw(submission(null, "/en/organizations/x/application/withdrawal", { slug: "x" })),
  ])
    await expect(door).rejects.toMatchObject({ status: 302 });
});

test("an application that is sent leads to its page, which only its applicant sees", async () => {
  const maya = await person("Maya");

  const sent = await apply(submission(maya, NEW, {}, form()));

  expect(sent.headers.get("Location")).toBe("/en/organizations/maple-street-pantry/application");
  const params = { slug: "maple-street-pantry" };
  const page = await (await ownPage(visit(maya, "/en/organizations/maple-street-pantry/application", params))).json();
  expect(page).toMatchObject({
    own: { name: "Maple Street Pantry", answer: null, message: "I coordinate it.", status: "APPLIED" },
    alternates: { fr: "/fr/organismes/maple-street-pantry/demande" },
  });
  const eve = await person("Eve", { roles: ["ADMINISTRATOR"] });
  await expect(ownPage(visit(eve, "/en/organizations/maple-street-pantry/application", params))).rejects.toMatchObject({ status: 404 });
});

test("faults come back at their fields, with what was typed", async () => {
  const maya = await person("Maya");
  const values = form({ nameEn: "x".repeat(201), kind: "", site: "nonsense", message: " " });

  const response = await apply(submission(maya, NEW, {}, values));

  expect([response.status, await response.json()]).toEqual([
    422,
    {
      errors: {
        nameEn: ["applications.errors.nameTooLong"],
        kind: ["applications.errors.kind"],
        site: ["applications.errors.site"],
        message: ["applications.errors.messageRequired"],
      },
      values,
      similar: [],
    },
  ]);
  const nameless = await apply(submission(maya, NEW, {}, form({ nameEn: "" })));
  expect(await nameless.json()).toMatchObject({ errors: { nameEn: ["applications.errors.nameRequired"] } });
});

test("a field that the form does not have is refused", async () => {
  await expect(apply(submission(await person("Maya"), NEW, {}, form({ status: "MEMBER" })))).rejects.toMatchObject({ status: 400 });
  expect(await db.organization.count()).toBe(0);
});

test("a name that is here already is shown, and the application is kept until its applicant has looked", async () => {
  const maya = await person("Maya");
  await listed("Maple Street Pantry");

  const response = await apply(submission(maya, NEW, {}, form()));

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    errors: { isAnother: ["applications.errors.similar"] },
    similar: [{ name: "Maple Street Pantry", slug: "maple-street-pantry", status: "LISTED" }],
  });
  expect((await apply(submission(maya, NEW, {}, form({ isAnother: "yes" })))).status).toBe(302);
});

test("the page lists one's own applications; a silenced member does not see it", async () => {
  const maya = await person("Maya");
  await applied(maya);

  expect(await (await newPage(visit(maya, NEW))).json()).toMatchObject({ own: [{ name: "Maple Street Pantry", answer: null }] });
  const silenced = await person("Eve", { isSilenced: true });
  await expect(newPage(visit(silenced, NEW))).rejects.toMatchObject({ status: 403 });
});

test("a listed organization is claimed at its address, once; a member is not, and a hidden one is not found", async () => {
  const maya = await person("Maya");
  const { id, slug } = await listed();
  await organization("Riverside");
  const hidden = await applied(await person("Noor"));
  const at = (of: string) => [`/en/organizations/${of}/claim`, { slug: of }] as const;

  expect(await (await claimPage(visit(maya, ...at(slug)))).json()).toMatchObject({ name: "Harbour Museum" });
  const sent = await sendClaim(submission(maya, ...at(slug), { id: newId(), message: "I run it." }));
  expect(sent.headers.get("Location")).toBe(`/en/organizations/${slug}/application`);
  const again = await claimPage(visit(maya, ...at(slug))).catch((response: Response) => response);
  expect(again.headers.get("Location")).toBe(`/en/organizations/${slug}/application`);
  const member = await claimPage(visit(maya, ...at("riverside"))).catch((response: Response) => response);
  expect(member.headers.get("Location")).toBe("/en/organizations/riverside");
  await expect(claimPage(visit(maya, ...at(hidden.slug)))).rejects.toMatchObject({ status: 404 });
  expect((await sendClaim(submission(await person("Eve"), ...at(slug), { id: newId(), message: "" }))).status).toBe(422);
  expect((await organizationAt(id)).status).toBe("LISTED");
});

test("an application is taken back by its own form", async () => {
  const maya = await person("Maya");
  const { id, slug } = await applied(maya);
  const path = `/en/organizations/${slug}/application/withdrawal`;

  expect(withdrawalPage(visit(maya, path, { slug })).headers.get("Location")).toBe(`/en/organizations/${slug}/application`);
  const done = await withdraw(submission(maya, path, { slug }));

  expect([done.status, done.headers.get("Location")]).toEqual([302, "/en/organizations/new"]);
  expect((await organizationAt(id)).status).toBe("DECLINED");
});
