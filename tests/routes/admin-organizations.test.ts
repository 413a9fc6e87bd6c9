import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";
import { loader as show } from "~/routes/admin/organization";
import { action as approve } from "~/routes/admin/organization-approval";
import { action as close, loader as closePage } from "~/routes/admin/organization-closure";
import { action as merge, loader as mergePage } from "~/routes/admin/organization-merger";
import { action as decline, loader as declinePage } from "~/routes/admin/organization-refusal";
import { action as reopen, loader as reopenPage } from "~/routes/admin/organization-reopening";
import { loader as index } from "~/routes/admin/organizations";
import { loader as orphans } from "~/routes/admin/orphans";
import { action as entrust, loader as ownOrphans } from "~/routes/organizations/orphans";
import { applied, listed, organizationAt } from "#tests/support/applications";
import { submission, visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

const at = (id: string, what = "") => [`/en/admin/organizations/${id}${what}`, { id }] as const;

const administrator = () => person("Anika", { roles: ["ADMINISTRATOR"] });

test("nobody but an administrator sees any of it: hidden organizations do not exist for others", async () => {
  const { id } = await organization();
  const hidden = await applied(await person("Maya"));
  const sam = await person("Sam", { organizations: [{ id }], steward: true, roles: ["MODERATOR"] });
  const doors = (viewer: Viewer, of: string) => [
    show(visit(viewer, ...at(of))),
    declinePage(visit(viewer, ...at(of, "/refusal"))),
    closePage(visit(viewer, ...at(of, "/closure"))),
    reopenPage(visit(viewer, ...at(of, "/reopening"))),
    mergePage(visit(viewer, ...at(of, "/merger"))),
    approve(submission(viewer, ...at(of, "/approval"), { application: hidden.application })),
    decline(submission(viewer, ...at(of, "/refusal"), { application: hidden.application, reason: "No" })),
    close(submission(viewer, ...at(of, "/closure"), { reason: "No" })),
    reopen(submission(viewer, ...at(of, "/reopening"), { reason: "No" })),
    merge(submission(viewer, ...at(of, "/merger"), { into: id === of ? hidden.id : id, reason: "No" })),
  ];

  const answers = async (viewer: Viewer, of: string) =>
    (await Promise.allSettled(doors(viewer, of))).map((outcome) => outcome.status === "rejected" && outcome.reason.status);
  expect(new Set(await answers(sam, hidden.id))).toEqual(new Set([404]));
  // The last one names the hidden organization, into which it would merge.
  expect(await answers(sam, id)).toEqual([...Array(9).fill(403), 404]);
  expect(new Set(await answers(null, id))).toEqual(new Set([302]));
  for (const door of [index(visit(sam, "/en/admin/organizations")), orphans(visit(sam, "/en/admin/orphans"))])
    await expect(door).rejects.toMatchObject({ status: 403 });
  expect([(await organizationAt(id)).status, (await organizationAt(hidden.id)).status]).toEqual(["MEMBER", "APPLIED"]);
});

test("what waits is listed oldest first, a page at a time, and one's own is marked", async () => {
  const anika = await administrator();
  const first = await applied(anika, { nameEn: "Alder House" });
  for (let count = 0; count < PAGE_SIZE; count += 1) {
    const { id } = await db.organization.create({
      data: { kind: "other", status: "APPLIED", faces: { create: { language: "en", name: `House ${count}`, slug: `house-${count}` } } },
    });
    await db.organizationApplication.create({
      data: { organizationId: id, message: "Ours.", askedAt: new Date(Date.now() + 1000 * count) },
    });
  }

  const page = await (await index(visit(anika, "/en/admin/organizations"))).json();

  expect(page.waiting).toHaveLength(PAGE_SIZE);
  expect(page.waiting[0]).toMatchObject({ organizationId: first.id, isOwn: true, isClaim: false, applicant: "Anika" });
  const rest = await (await index(visit(anika, page.next ?? ""))).json();
  expect([rest.waiting.map(({ name }) => name), rest.next]).toEqual([[`House ${PAGE_SIZE - 1}`], null]);
});

test("any organization is found by a part of its name, whatever its accents, or by its address", async () => {
  const anika = await administrator();
  const { id } = await organization("Société d’entraide");
  await listed();
  const find = async (q: string) => {
    const { found } = await (await index(visit(anika, `/en/admin/organizations?q=${encodeURIComponent(q)}`))).json();
    return found.map(({ name }) => name);
  };

  expect(await find("societe")).toEqual(["Société d’entraide"]);
  expect(await find("https://portal.example.org/fr/organismes/harbour-museum?x=1")).toEqual(["Harbour Museum"]);
  expect(await find("100%")).toEqual([]);
  expect(await find("")).toEqual([]);
  expect((await organizationAt(id)).status).toBe("MEMBER");
});

test("the page says all that was said, but of an address only where it is from", async () => {
  const { id, application } = await applied(await person("Maya"));
  const response = await show(visit(await administrator(), ...at(id)));
  const text = await response.text();

  expect(JSON.parse(text)).toMatchObject({
    name: "Maple Street Pantry",
    organization: {
      status: "APPLIED",
      kind: "Community organization",
      applications: [{ id: application, message: "I coordinate the pantry.", applicant: { name: "Maya", domain: "example.org" } }],
      may: { decide: true, close: true },
    },
  });
  expect(text).not.toContain("maya@");
});

test("an approval, a refusal with its reason, and what was decided already", async () => {
  const anika = await administrator();
  const pantry = await applied(await person("Maya"));
  const kitchen = await applied(await person("Noor"), { nameEn: "Cedar Kitchen" });

  const approved = await approve(submission(anika, ...at(pantry.id, "/approval"), { application: pantry.application }));
  expect(approved.headers.get("Location")).toBe(`/en/admin/organizations/${pantry.id}`);
  await expect(approve(submission(anika, ...at(pantry.id, "/approval"), { application: pantry.application }))).rejects.toMatchObject({
    status: 409,
  });
  await expect(approve(submission(anika, ...at(kitchen.id, "/approval"), { application: "x" }))).rejects.toMatchObject({ status: 422 });

  const empty = await decline(submission(anika, ...at(kitchen.id, "/refusal"), { application: kitchen.application, reason: " " }));
  expect([empty.status, await empty.json()]).toMatchObject([422, { errors: { reason: ["applications.errors.reasonRequired"] } }]);
  const declined = await decline(
    submission(anika, ...at(kitchen.id, "/refusal"), { application: kitchen.application, reason: "Unknown." }),
  );
  expect(declined.headers.get("Location")).toBe("/en/admin/organizations");
  expect([(await organizationAt(pantry.id)).status, (await organizationAt(kitchen.id)).status]).toEqual(["MEMBER", "DECLINED"]);
});

test("closing, opening again and merging ask who it is once more when that was long ago", async () => {
  const anika = await administrator();
  const { id } = await organization();
  const longAgo = <Args extends { context: { provenAt: Date | null } }>(args: Args): Args => ({
    ...args,
    context: { ...args.context, provenAt: new Date(Date.now() - 3_600_000) },
  });

  for (const door of [
    closePage(longAgo(visit(anika, ...at(id, "/closure")))),
    close(longAgo(submission(anika, ...at(id, "/closure"), { reason: "Over." }))),
    reopen(longAgo(submission(anika, ...at(id, "/reopening"), { reason: "Over." }))),
    merge(longAgo(submission(anika, ...at(id, "/merger"), { into: id, reason: "Over." }))),
  ]) {
    const response = await door.catch((thrown: Response) => thrown);
    expect(response.headers.get("Location")).toMatch(/^\/en\/settings\/proof\?to=/);
  }
  expect((await organizationAt(id)).status).toBe("MEMBER");
});

test("an organization is closed, opened again and merged, each by its own form", async () => {
  const anika = await administrator();
  const [riverside, bay] = [await organization(), await organization("Bay")];
  const form = { reason: "Its programme has ended." };

  expect((await close(submission(anika, ...at(riverside.id, "/closure"), form))).status).toBe(302);
  expect((await organizationAt(riverside.id)).status).toBe("CLOSED");
  expect((await reopen(submission(anika, ...at(riverside.id, "/reopening"), form))).status).toBe(302);
  const [path, params] = at(riverside.id, "/merger");
  expect(await (await mergePage(visit(anika, `${path}?q=bay`, params))).json()).toMatchObject({ into: null, found: [{ name: "Bay" }] });
  expect(await (await mergePage(visit(anika, `${path}?into=${bay.id}`, params))).json()).toMatchObject({ into: { name: "Bay" } });
  expect(await (await mergePage(visit(anika, `${path}?into=nonsense`, params))).json()).toMatchObject({ into: null });

  const itself = await merge(submission(anika, path, params, { into: riverside.id, ...form }));
  expect([itself.status, await itself.json()]).toMatchObject([422, { errors: { "": ["applications.errors.intoItself"] } }]);
  const merged = await merge(submission(anika, path, params, { into: bay.id, ...form }));
  expect(merged.headers.get("Location")).toBe(`/en/admin/organizations/${bay.id}`);
  expect(await organizationAt(riverside.id)).toMatchObject({ status: "MERGED", mergedIntoId: bay.id });
});

test("orphans are listed for administrators by kind, and for stewards with the people who could answer for them", async () => {
  const anika = await administrator();
  const riverside = await organization();
  const amira = await person("Amira", { organizations: [riverside], roles: ["PRACTITIONER"] });
  const walk = await guide({ by: amira });
  await db.membership.deleteMany();
  const sam = await person("Sam", { organizations: [riverside], steward: true });
  const own = ["/en/organizations/riverside-health-centre/orphans", { slug: "riverside-health-centre" }] as const;

  expect(await (await orphans(visit(anika, "/en/admin/orphans"))).json()).toMatchObject({ kind: "organizations", organizations: [] });
  expect(await (await orphans(visit(anika, "/en/admin/orphans?kind=texts"))).json()).toMatchObject({
    kind: "texts",
    orphans: [{ id: walk.id, href: `/en/practices/${walk.slug}` }],
  });
  expect(await (await ownOrphans(visit(sam, ...own))).json()).toMatchObject({
    orphans: [{ id: walk.id }],
    people: [{ id: sam.id, name: "Sam" }],
  });
  await expect(ownOrphans(visit(amira, ...own))).rejects.toMatchObject({ status: 403 });
  await expect(ownOrphans(visit(sam, "/en/organizations/none/orphans", { slug: "none" }))).rejects.toMatchObject({ status: 404 });

  const faulty = await entrust(submission(sam, ...own, { contribution: walk.id, person: "" }));
  expect(faulty.status).toBe(422);
  const done = await entrust(submission(sam, ...own, { contribution: walk.id, person: sam.id }));
  expect([done.status, done.headers.get("Location")]).toEqual([302, own[0]]);
});
