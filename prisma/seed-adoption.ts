import type { Actor } from "~/features/accounts/actor";
import { changeAdoption } from "~/features/adoption/changing.server";
import { declareAdoption } from "~/features/adoption/declaring.server";
import type { Declaration } from "~/features/adoption/schema.server";
import { dayOf } from "~/features/adoption/stages";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

type ActorOf = (name: string) => Promise<Actor>;

type Example = Partial<Omit<Declaration, "on">> & Pick<Declaration, "province" | "stage"> & { guide: string; days: number };

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** What the practitioners of the two organizations declared: the guide by its English address, and since how many days. */
const examples: Record<"practitioner" | "practitioner.b", Example[]> = {
  practitioner: [
    {
      ...{ guide: "example-tea-and-walk-thursdays", province: "on", region: "Peterborough (example)", stage: "PILOTING", days: 400 },
      ...{ settings: ["outdoors"], populations: ["older-adults"], languages: ["en"], peopleReached: 24, staff: 0.2, contact: "me" },
      note: "Example: we walk indoors when it is icy.",
    },
    {
      ...{ guide: "hold-a-what-matters-to-you-conversation", province: "on", stage: "SUSTAINING", days: 700 },
      ...{ settings: ["community-health-centre"], populations: ["everyone"], languages: ["en", "fr"], peopleReached: 180, contact: "me" },
    },
    {
      ...{ guide: "start-a-food-prescribing-program", province: "on", stage: "STOPPED", days: 90 },
      ...{ settings: ["primary-care"], populations: ["low-income"], languages: ["en"] },
      reason: "Example: the vouchers were paid for by one grant, and nobody was found to go on with them.",
    },
    { guide: "shape-and-support-the-link-worker-role", province: "on", stage: "PLANNING", days: 30, naming: "unnamed" },
    {
      ...{ guide: "rural-and-remote-social-prescribing", province: "on", region: "Frontenac (example)", stage: "EXPLORING", days: 20 },
      ...{ settings: ["rural"], populations: ["older-adults"], languages: ["en"] },
    },
  ],
  "practitioner.b": [
    {
      ...{ guide: "example-tea-and-walk-thursdays", province: "nb", region: "Baie-des-Chaleurs (exemple)", stage: "RUNNING", days: 150 },
      ...{ settings: ["rural", "outdoors"], populations: ["older-adults", "francophone-minority"], languages: ["fr"], contact: "me" },
      ...{ peopleReached: 3, note: "Exemple : en hiver, nous sortons en raquettes." },
    },
    {
      ...{ guide: "social-prescribing-for-caregivers", province: "nb", stage: "PILOTING", days: 60 },
      ...{ settings: ["community-organization"], populations: ["caregivers"], languages: ["fr", "en"], contact: "me" },
    },
    {
      ...{ guide: "hold-a-what-matters-to-you-conversation", province: "nb", stage: "RUNNING", days: 320 },
      ...{ settings: ["rural"], populations: ["everyone"], languages: ["fr"] },
    },
    {
      ...{ guide: "nature-prescriptions-that-fit", province: "pe", stage: "PLANNING", days: 10 },
      ...{ settings: ["outdoors"], populations: ["everyone"], languages: ["fr"] },
    },
  ],
};

/** Who does what in the demo world: at every stage, named and not, one that stopped, one that moved on, and one that nobody has confirmed for long. */
export async function buildDemoAdoptions(actorOf: ActorOf) {
  for (const [name, said] of Object.entries(examples)) {
    const actor = await actorOf(name);
    for (const example of said) await declare(actor, example);
  }
  await moveOn(await actorOf("practitioner"), "example-tea-and-walk-thursdays");
  await forget(await actorOf("practitioner.b"), "set-up-an-arts-or-museum-prescription");
}

async function declare(actor: Actor, { guide, days, ...said }: Example) {
  await declareAdoption(practiceKind, actor, "en", guide, {
    ...{ id: newId(), organization: organizationOf(actor), region: "", version: await versionOf(guide), on: dayOf(daysAgo(days)) },
    ...{ reason: "", note: "", settings: [], populations: [], languages: [], peopleReached: null, staff: null },
    ...{ naming: "named" as const, contact: "nobody" as const },
    ...said,
  });
}

/** What was tried out runs by now. */
async function moveOn(actor: Actor, guide: string) {
  const { id, events } = await db.adoption.findFirstOrThrow({
    where: { organizationId: organizationOf(actor), contribution: { faces: { some: { slug: guide } } } },
    select: { id: true, events: true },
  });
  const [said] = events;
  if (!said) return;
  const { reason, note, settings, populations, languages, peopleReached } = said;
  await changeAdoption(practiceKind, actor, id, {
    ...{ base: said.id, version: said.versionId, stage: "RUNNING", on: dayOf(daysAgo(200)) },
    ...{ reason, note, settings, populations, peopleReached, languages: languages.map((one) => (one === "fr" ? "fr" : "en")) },
    ...{ staff: said.staff === null ? null : Number(said.staff), naming: "named", contact: "same" },
  });
}

/** One that was declared three years ago, and not spoken of since: past the verbs, which always say when something was said. */
async function forget(actor: Actor, guide: string) {
  const { contributionId } = await db.face.findFirstOrThrow({ where: { slug: guide, language: "en" }, select: { contributionId: true } });
  const at = daysAgo(3 * 365);
  await db.adoption.create({
    data: {
      ...{ id: newId(), contributionId, organizationId: organizationOf(actor), province: "nb", createdAt: at },
      events: {
        create: {
          ...{ verb: "DECLARED", on: new Date(dayOf(at)), at, recorderId: actor.id, versionId: await versionOf(guide), stage: "RUNNING" },
          ...{ settings: ["arts-and-heritage"], populations: ["everyone"], languages: ["fr"] },
        },
      },
    },
  });
}

const organizationOf = (actor: Actor) => actor.organizations[0]?.id ?? "";

const versionOf = async (guide: string) =>
  (
    await db.version.findFirstOrThrow({
      where: { face: { slug: guide, language: "en" } },
      orderBy: { number: "desc" },
      select: { id: true },
    })
  ).id;
