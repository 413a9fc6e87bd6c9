import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";

import { type InvitationList, readInvitationList, writeInvitationList } from "./invitation-list.server";
import { invitationsLeft, invitePeople, knownAmong } from "./invitation.server";
import { getPlaceToRun } from "./place.server";
import type { ListForm } from "./membership-schema.server";

/** A table of thousands of faults helps nobody. */
const MOST_FAULTS = 100;

export type ListPreview = Awaited<ReturnType<typeof previewInvitations>>;

/** What would come of a list: who would be invited and who is passed over, or what is wrong with it. Nothing is sent. For who runs the people. */
export async function previewInvitations(actor: Actor, language: Language, slug: string, form: ListForm) {
  const place = await getPlaceToRun(actor, language, slug);
  const { invitees, faults, fault } = readInvitationList(form);
  if (fault) throw unprocessable(fault);
  if (faults.length > 0)
    return { outcome: "faulty" as const, count: faults.length, faults: faults.sort((a, b) => a.line - b.line).slice(0, MOST_FAULTS) };

  const { members, invited } = await knownAmong(
    db,
    place.id,
    invitees.map(({ email }) => email),
  );
  const why = ({ email }: { email: string }) =>
    members.has(email.toLowerCase()) ? ("skippedIn" as const) : invited.has(email.toLowerCase()) ? ("skippedInvited" as const) : null;
  const fresh = invitees.filter((invitee) => why(invitee) === null);
  const count = (isOne: (invitee: InvitationList["invitees"][number]) => boolean) => fresh.filter(isOne).length;

  return {
    outcome: "sound" as const,
    people: fresh.map(({ email, name, language, rights }) => ({ email, name, language, isSteward: rights.includes("steward") })),
    skipped: invitees.flatMap((invitee) => {
      const reason = why(invitee);
      return reason ? [{ line: invitee.line, email: invitee.email, reason }] : [];
    }),
    stewards: count(({ rights }) => rights.includes("steward")),
    inEnglish: count((invitee) => invitee.language === "en"),
    inFrench: count((invitee) => invitee.language === "fr"),
    left: await invitationsLeft(db, place.id),
    form: { text: writeInvitationList(fresh), language: form.language, rights: form.rights },
  };
}

/** Sends the invitations of a list that was looked at before. Refuses one with any fault (422): then nothing is sent; else as for one. */
export async function inviteList(actor: Actor, language: Language, slug: string, form: ListForm) {
  await getPlaceToRun(actor, language, slug);
  const { invitees, faults, fault } = readInvitationList(form);
  if (fault) throw unprocessable(fault);
  if (faults.length > 0) throw unprocessable("membership.errors.listFaulty");

  return invitePeople(actor, language, slug, invitees);
}
