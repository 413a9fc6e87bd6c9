import { expect, test } from "vitest";

import { approveOrganization, declineOrganization } from "~/features/organizations/approval.server";
import { claimOrganization, withdrawApplication } from "~/features/organizations/application.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { applied, listed } from "#tests/support/applications";
import { queuedMails, runQueued } from "#tests/support/mailbox";
import { person } from "#tests/support/world";

const administrators = async () => ({
  anika: await person("Anika", { roles: ["ADMINISTRATOR"] }),
  bruno: await person("Bruno", { roles: ["ADMINISTRATOR"], language: "fr" }),
});

/** The mails that follow from what has happened since the last time. */
async function mailsAfterwards() {
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t WHERE t.id = j.task_id AND t.identifier = 'send-mail'`;
  await runQueued("fan-out");
  return (await queuedMails()).sort((a, b) => a.to.localeCompare(b.to));
}

test("the administrators are told of an application, each in their own language, and not the applicant", async () => {
  const { anika } = await administrators();
  const rested = await person("Rested", { roles: ["ADMINISTRATOR"] });
  await db.account.update({ where: { id: rested.id }, data: { deactivatedAt: new Date() } });
  await person("Editor", { roles: ["EDITOR"] });
  const { id } = await applied(anika, { nameEn: "Own Pantry" });
  expect((await mailsAfterwards()).map(({ to }) => to)).toEqual(["bruno@example.org"]);

  const pantry = await applied(await person("Maya"));
  const mails = await mailsAfterwards();

  expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    "anika@example.org Maple Street Pantry asks to join",
    "bruno@example.org Maple Street Pantry demande à se joindre au portail",
  ]);
  expect(mails[0]?.text).toContain("I coordinate the pantry.");
  expect(mails[0]?.text).toContain(`/en/admin/organizations/${pantry.id}`);
  expect(mails[1]?.text).not.toContain(id);
});

test("a claim says that it is one", async () => {
  await administrators();
  const { slug } = await listed();
  await claimOrganization(await person("Maya"), "en", slug, { id: newId(), message: "Mine." });

  expect((await mailsAfterwards()).map(({ subject }) => subject)).toEqual([
    "Harbour Museum is claimed",
    "Harbour Museum (fr) fait l’objet d’une revendication",
  ]);
});

test("an application that is taken back before anyone read of it is told to nobody", async () => {
  await administrators();
  const maya = await person("Maya");
  const { slug } = await applied(maya);
  await withdrawApplication(maya, "en", slug);

  expect(await mailsAfterwards()).toEqual([]);
});

test("the applicant is told of every outcome in their own language, with the reason and the way on", async () => {
  const { anika } = await administrators();
  const maya = await person("Maya", { language: "fr" });
  const pantry = await applied(maya);
  const kitchen = await applied(maya, { nameEn: "Cedar Kitchen" });
  await mailsAfterwards();
  await approveOrganization(anika, pantry.id, pantry.application);
  await declineOrganization(anika, kitchen.id, { application: kitchen.application, reason: "Nobody at its number knows you." });

  const mails = (await mailsAfterwards()).filter(({ to }) => to === "maya@example.org");

  const approved = mails.find(({ subject }) => subject === "L’organisme Maple Street Pantry est membre");
  const declined = mails.find(({ subject }) => subject === "Votre demande pour Cedar Kitchen");
  expect(approved?.text).toContain("/fr/organismes/maple-street-pantry");
  expect(declined?.text).toContain("Nobody at its number knows you.");
  expect(declined?.text).toContain(`/fr/organismes/organization-${kitchen.id}/demande`);
});

test("when a claim is approved, whoever claimed it too is told", async () => {
  const { anika } = await administrators();
  const { id, slug } = await listed();
  const first = newId();
  await claimOrganization(await person("Maya"), "en", slug, { id: first, message: "Mine." });
  await claimOrganization(await person("Noor"), "en", slug, { id: newId(), message: "No, mine." });
  await mailsAfterwards();
  await approveOrganization(anika, id, first);

  const mails = await mailsAfterwards();
  expect(mails.filter(({ subject }) => /Harbour Museum/.test(subject)).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    "maya@example.org Harbour Museum is a member",
    "noor@example.org Your application for Harbour Museum",
  ]);
});
