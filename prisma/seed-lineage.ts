import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { adaptGuide } from "~/features/lineage/adapting.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import type { Fields } from "~/features/publishing/fields";
import { fieldsOf } from "~/features/publishing/load.server";
import type { Own } from "~/features/publishing/own-fields";
import { decide, submit } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { goAlone } from "./seed-waiver";

type ActorOf = (name: string) => Promise<Actor>;

const ORIGINAL = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };

const titles = { en: "Example: Tea-and-snowshoe Thursdays", fr: "Exemple : les jeudis thé et raquette" };

const steps = {
  en: "## Steps {#steps}\n\n1. **Call each person** before their first Thursday. Ask what would make it easier to come, and who needs snowshoes.\n2. Meet at the hall, and look at the snow together.\n3. Walk for half an hour, the slowest in front.\n4. Come back for tea, and ask who would like a ride next week.\n\n",
  fr: "## Étapes {#steps}\n\n1. **Appelez chaque personne** avant son premier jeudi. Demandez ce qui l’aiderait à venir, et qui a besoin de raquettes.\n2. Retrouvez-vous à la salle, et regardez la neige ensemble.\n3. Marchez une demi-heure, la personne la plus lente devant.\n4. Revenez prendre le thé, et demandez qui voudrait être transporté la semaine suivante.\n\n",
};

const reasons = {
  en: ["Our example winters are long, so people come on snowshoes.", "We have none of our own to add, and lead to the original."],
  fr: ["Nos hivers d’exemple sont longs : les gens viennent en raquettes.", "Nous n’avons rien à y ajouter, et renvoyons à l’original."],
};

const SAFETY = {
  en: ["Write down who to call in an emergency", "Carry a list of whom to call in an emergency, on paper"],
  fr: ["Notez qui appeler en cas d’urgence", "Ayez sur papier la liste des personnes à appeler en cas d’urgence"],
};

const SUMMARY = "effects-on-loneliness";

const claimNotes = {
  en: ["It is about social prescribing as a whole, not about walking groups.", "An invented example: nobody has studied it."],
  fr: [
    "Elle porte sur la prescription sociale en général, et non sur les groupes de marche.",
    "Un exemple inventé : personne ne l’a étudié.",
  ],
};

/** An edition of the example that is furthest, in both languages; and then a change of the original, which waits for those who adapted it. */
export async function buildDemoLineage(actorOf: ActorOf) {
  const [author, adapter, editor] = await Promise.all(["practitioner", "practitioner.b", "editor"].map(actorOf));
  if (!author || !adapter || !editor) return;

  const version = await db.version.findFirstOrThrow({ where: { face: { slug: ORIGINAL.fr, language: "fr" } }, select: { id: true } });
  const fr = await adaptGuide(practiceKind, adapter, "fr", ORIGINAL.fr, {
    id: randomUUID(),
    version: version.id,
    organization: adapter.organizations[0]?.id ?? "",
    title: titles.fr,
    otherTitle: titles.en,
  });
  const { contributionId } = await db.face.findFirstOrThrow({ where: { slug: fr, language: "fr" }, select: { contributionId: true } });
  const en = await db.face.findFirstOrThrow({ where: { contributionId, language: "en" }, select: { slug: true } });

  for (const [language, slug] of [
    ["fr", fr],
    ["en", en.slug],
  ] as const)
    await change(adapter, editor, language, slug, (fields) => ({
      ...fields,
      body: adapted(fields.body, language),
      own: { ...fields.own, ...said(language) },
    }));
  const rests = { en: await claimsOf("en"), fr: await claimsOf("fr") };
  for (const language of ["en", "fr"] as const)
    await change(author, editor, language, ORIGINAL[language], (fields) => ({
      ...fields,
      body: fields.body.replace(SAFETY[language][0] ?? "", SAFETY[language][1] ?? ""),
      own: { ...fields.own, ...rests[language] },
    }));
}

/** What two sections of the original say they rest on: a summary that everyone may read, and practice alone. */
async function claimsOf(language: Language): Promise<Own> {
  const version = await db.version.findFirst({
    where: { hiddenAt: null, face: { language, contribution: { kind: "SUMMARY", contentKey: SUMMARY } } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return version
    ? {
        claimKey: ["loneliness", "steps"],
        claimSection: ["evidence", "steps"],
        claimStance: ["MIXED", "NONE"],
        claimVersion: [version.id, ""],
        claimNote: claimNotes[language],
      }
    : {};
}

/** The steps are others, and what the evidence says is left out. */
const adapted = (body: string, language: Language) =>
  body.replace(/## [^\n]*\{#steps\}[\s\S]*?(?=\n## )/, steps[language].trimEnd()).replace(/## [^\n]*\{#evidence\}[\s\S]*?(?=## )/, "");

const said = (language: Language) => ({
  changeSection: ["steps", "evidence"],
  changeReason: reasons[language],
  changeSetting: ["rural", ""],
  changePopulation: ["older-adults", ""],
  changeProvince: ["", ""],
  changeLanguage: ["fr", ""],
});

async function change(actor: Actor, editor: Actor, language: Language, slug: string, next: (fields: Fields) => Fields) {
  const face = await db.face.findFirstOrThrow({
    where: { slug, language, contribution: { kind: "PRACTICE" } },
    include: { revisions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const [latest] = face.revisions;
  if (!latest) return;
  await revise(practiceKind, actor, language, slug, { base: latest.number, sequence: 0, fields: next(fieldsOf(latest)) });
  await goAlone(actor, language, slug);
  await submit(practiceKind, actor, language, slug);
  const { id } = await db.review.findFirstOrThrow({ where: { decision: null, faceId: face.id }, select: { id: true } });
  await decide(practiceKind, editor, language, slug, { review: id, decision: "APPROVED", comment: "" });
}
