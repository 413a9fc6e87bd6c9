import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import {
  archiveCategory,
  changeCategory,
  changeSpace,
  handOverSpaces,
  openCategory,
  openSpace,
  orderCategory,
  reopenCategory,
} from "~/features/forums/category.server";
import { getCategoryForEdit, getSpaceForEdit, listForAdministration, listSpaces } from "~/features/forums/category-queries.server";
import type { CategoryInput, SpaceInput } from "~/features/forums/category-schema.server";
import { loadCategory } from "~/features/forums/load.server";
import { db } from "~/platform/db.server";
import { status } from "#tests/support/refusals";
import { organization, person } from "#tests/support/world";

let admin: Actor;
let ada: Actor;

beforeEach(async () => {
  admin = await person("Al Admin", { roles: ["ADMINISTRATOR"] });
  ada = await person("Ada Marsh");
});

const space = (name: string, changes: Partial<SpaceInput> = {}): SpaceInput => ({
  ...{ seal: "", nameEn: name, nameFr: `${name} en français`, descriptionEn: "", descriptionFr: "", colour: "plum", icon: "tools" },
  ...changes,
});
const input = (name: string, changes: Partial<CategoryInput> = {}): CategoryInput => ({
  ...space(name),
  ...{ seenBy: "EVERYONE", startedBy: "MEMBERS", repliedBy: "MEMBERS" },
  ...changes,
});
const names = async () => (await listForAdministration(admin, "en")).map(({ name }) => name);

describe("categories of the portal", () => {
  test("an administrator opens one in both languages; its old address leads on after a new name", async () => {
    const { id } = await openCategory(admin, input("Tools and forms"));
    expect(await db.categoryFace.findMany({ where: { categoryId: id }, orderBy: { language: "asc" }, select: { slug: true } })).toEqual([
      { slug: "tools-and-forms" },
      { slug: "tools-and-forms-en-francais" },
    ]);
    const { fields } = await getCategoryForEdit(admin, id);
    await changeCategory(admin, id, input("Templates", { seal: fields.seal }));
    expect((await loadCategory(db, null, "en", "tools-and-forms")).id).toBe(id);
    expect((await loadCategory(db, null, "en", "templates")).id).toBe(id);
  });

  test("only administrators run them", async () => {
    const moderator = await person("Mo Keeper", { roles: ["MODERATOR"] });
    const { id } = await openCategory(admin, input("Tools"));
    for (const someone of [ada, moderator]) {
      expect(await status(openCategory(someone, input("Mine")))).toBe(403);
      expect(await status(changeCategory(someone, id, input("Mine")))).toBe(403);
      expect(await status(orderCategory(someone, { id, direction: "up" }))).toBe(403);
      expect(await status(archiveCategory(someone, id))).toBe(403);
      expect(await status(listForAdministration(someone, "en"))).toBe(403);
    }
  });

  test("no name takes the address of a page of the forums, nor that of another category", async () => {
    const slugs = [];
    for (const name of ["Topics", "Nouveau", "Drafts", "Tools", "Tools"]) {
      const { id } = await openCategory(admin, input(name));
      slugs.push((await db.categoryFace.findFirstOrThrow({ where: { categoryId: id, language: "en" } })).slug);
    }
    expect(slugs).toEqual(["topics-2", "nouveau-2", "drafts-2", "tools", "tools-2"]);
  });

  test("fewer people see it from the moment it is changed", async () => {
    const { id } = await openCategory(admin, input("Plans"));
    expect((await loadCategory(db, ada, "en", "plans")).id).toBe(id);
    const { fields } = await getCategoryForEdit(admin, id);
    await changeCategory(admin, id, input("Plans", { seal: fields.seal, seenBy: "STAFF" }));
    expect(await status(loadCategory(db, ada, "en", "plans"))).toBe(404);
  });

  test("who changes what someone else has changed meanwhile is told, and nothing is overwritten unseen", async () => {
    const { id } = await openCategory(admin, input("Plans"));
    const { fields } = await getCategoryForEdit(admin, id);
    const both = ["Plans one", "Plans two"].map((name) => status(changeCategory(admin, id, input(name, { seal: fields.seal }))));
    expect((await Promise.all(both)).sort()).toEqual([200, 422]);
  });

  test("they stand in the order that administrators give them, also when two order at once", async () => {
    const ids: string[] = [];
    for (const name of ["One", "Two", "Three"]) ids.push((await openCategory(admin, input(name))).id);
    const [one = "", , three = ""] = ids;
    await orderCategory(admin, { id: three, direction: "up" });
    expect(await names()).toEqual(["One", "Three", "Two"]);
    await orderCategory(admin, { id: one, direction: "up" });
    await Promise.all([orderCategory(admin, { id: one, direction: "down" }), orderCategory(admin, { id: three, direction: "down" })]);
    const positions = await db.category.findMany({ select: { position: true }, orderBy: { position: "asc" } });
    expect(positions.map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  test("an archived one is at the end; archiving twice, or opening what is open, is told", async () => {
    const { id } = await openCategory(admin, input("One"));
    await openCategory(admin, input("Two"));
    expect(await status(reopenCategory(admin, id))).toBe(409);
    await archiveCategory(admin, id);
    expect(await status(archiveCategory(admin, id))).toBe(409);
    expect(await names()).toEqual(["Two", "One"]);
    await reopenCategory(admin, id);
    expect(await names()).toEqual(["One", "Two"]);
  });

  test("there are 50 at most, also when two open one at once", async () => {
    for (let count = 0; count < 49; count += 1)
      await db.category.create({ data: { colour: "teal", icon: "chat", seenBy: "EVERYONE", startedBy: "MEMBERS", repliedBy: "MEMBERS" } });
    expect((await Promise.all([status(openCategory(admin, input("A"))), status(openCategory(admin, input("B")))])).sort()).toEqual([
      200, 422,
    ]);
  });
});

describe("spaces of an organization", () => {
  test("a steward opens one, which only the people of the organization see, at an address that tells nobody of another's", async () => {
    const ours = await organization();
    const theirs = await organization("Hillside Clinic");
    const steward = await person("Sol Steward", { organizations: [ours], steward: true });
    const colleague = await person("Col League", { organizations: [ours] });
    const stranger = await person("Stra Nger", { organizations: [theirs], steward: true });
    const { id } = await openSpace(steward, ours.id, space("Staff room"));
    const other = await openSpace(stranger, theirs.id, space("Staff room"));
    const [own] = await listSpaces(colleague, "en", ours.id);
    expect(own).toMatchObject({ id, name: "Staff room", seenBy: "ORGANIZATION", startedBy: "ORGANIZATION", repliedBy: "ORGANIZATION" });
    const theirSlug = (await db.categoryFace.findFirstOrThrow({ where: { categoryId: other.id, language: "en" } })).slug;
    expect(theirSlug).toBe(`staff-room-${other.id.slice(-6)}`);
    expect(await listSpaces(stranger, "en", ours.id)).toEqual([]);
    expect(await listSpaces(admin, "en", ours.id)).toEqual([]);
    for (const someone of [colleague, stranger, admin]) {
      expect(await status(openSpace(someone, ours.id, space("Mine")))).toBe(403);
      expect(await status(archiveCategory(someone, id, ours.id))).toBe(403);
    }
    expect(await status(archiveCategory(stranger, id, theirs.id))).toBe(404);
    expect(await status(archiveCategory(admin, id))).toBe(404);
    const { fields } = await getSpaceForEdit(steward, ours.id, id);
    await changeSpace(steward, ours.id, id, space("Tea room", { seal: fields.seal }));
    await archiveCategory(steward, id, ours.id);
    expect(await status(archiveCategory(steward, id, ours.id))).toBe(409);
  });

  test("there are 20 at most", async () => {
    const ours = await organization();
    const steward = await person("Sol Steward", { organizations: [ours], steward: true });
    for (let count = 0; count < 20; count += 1) await openSpace(steward, ours.id, space(`Room ${count}`));
    expect(await status(openSpace(steward, ours.id, space("One more")))).toBe(422);
  });

  test("they follow their organization into another one", async () => {
    const ours = await organization();
    const theirs = await organization("Hillside Clinic");
    const steward = await person("Sol Steward", { organizations: [ours], steward: true });
    const heir = await person("Hei Er", { organizations: [theirs] });
    const { id } = await openSpace(steward, ours.id, space("Staff room"));
    await db.$transaction((tx) => handOverSpaces(tx, ours.id, theirs.id));
    expect((await listSpaces(heir, "en", theirs.id)).map((one) => one.id)).toEqual([id]);
    expect(await listSpaces(steward, "en", ours.id)).toEqual([]);
  });
});
