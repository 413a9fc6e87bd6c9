import { notify } from "~/features/notifications/notify.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { composeMail, type Mail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

type Person = { id: string; name: string; email: string; language: Language; deactivatedAt: Date | null };
type Told = Awaited<ReturnType<typeof loadTold>>;

const person = { select: { id: true, name: true, email: true, language: true, deactivatedAt: true } } as const;

/** Asks the author of offered words, on the portal and by mail in their language; or, where they agreed already, tells the writers of the text. */
export async function tellOfSuggestion(id: string) {
  await db.$transaction(async (tx) => {
    const told = await loadTold(tx, id);
    if (told?.state === "OPEN") await tellWriters(tx, told);
    if (told?.state !== "ASKED" || !isAwake(told.author)) return;

    const { author, proposer } = told;
    await notify(tx, {
      accountId: author.id,
      kind: "suggestion_offered",
      subject: { type: "SUGGESTION", id },
      actorId: proposer?.id ?? null,
    });
    await queueMail(tx, author.email, askedMail(told, author));
  });
}

/** Tells who wrote the words, and who proposed them, what became of them, each in their own language: taken, or declined and why. */
export async function tellSuggestionDecision(id: string) {
  await db.$transaction(async (tx) => {
    const told = await loadTold(tx, id);
    if (!told || (told.state !== "TAKEN" && told.state !== "DECLINED")) return;
    const { author, proposer, state, postId, deciderId } = told;
    if (isAwake(author) && author.id !== deciderId && postId)
      await notify(tx, {
        accountId: author.id,
        kind: state === "TAKEN" ? "suggestion_taken" : "suggestion_declined",
        subject: { type: "POST", id: postId },
        actorId: deciderId,
      });
    const recipients = [author, proposer?.id === author?.id ? null : proposer].filter(isAwake).filter((one) => one.id !== deciderId);
    for (const recipient of recipients) await queueMail(tx, recipient.email, decidedMail(told, recipient));
  });
}

const isAwake = (one: Person | null): one is Person => one !== null && one.deactivatedAt === null;

/** On the portal alone: the list of proposals is theirs to open when they work on the text. */
async function tellWriters(tx: Transaction, { face: { contribution }, author, proposer, offeredId }: NonNullable<Told>) {
  const writers = new Set([contribution.creatorId, ...contribution.authors.map(({ accountId }) => accountId)].filter((id) => id !== null));
  for (const accountId of writers)
    if (accountId !== author?.id && accountId !== proposer?.id)
      await notify(tx, {
        accountId,
        kind: offeredId ? "improvement_offered" : "suggestion_made",
        subject: { type: "CONTRIBUTION", id: contribution.id },
        actorId: proposer?.id ?? null,
      });
}

const loadTold = (tx: Transaction, id: string) =>
  tx.suggestion.findUnique({
    where: { id },
    include: {
      author: person,
      proposer: person,
      face: { include: { contribution: { include: { authors: { select: { accountId: true } } } } } },
    },
  });

function askedMail({ id, face, proposer }: NonNullable<Told>, { language }: Person): Mail {
  const t = translator(language);
  const name = proposer?.name ?? t("suggestions.consent.someone");

  return composeMail(language, {
    subject: t("suggestions.mail.askedSubject", { title: face.title }),
    paragraphs: [t("suggestions.mail.askedText", { name, title: face.title })],
    action: { label: t("suggestions.mail.askedAction"), path: pathTo(language, "suggestionConsent", { id }) },
    notes: [t("suggestions.mail.askedNote")],
  });
}

function decidedMail({ state, reason, postId, face }: NonNullable<Told>, { language }: Person): Mail {
  const t = translator(language);
  const words = state === "TAKEN" ? "taken" : "declined";

  return composeMail(language, {
    subject: t(`suggestions.mail.${words}Subject`, { title: face.title }),
    paragraphs: [t(`suggestions.mail.${words}Text`, { title: face.title }), ...(reason ? [reason] : [])],
    ...(postId ? { action: { label: t("suggestions.mail.openPost"), path: pathTo(language, "postPlace", { id: postId }) } } : {}),
  });
}
