import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import "#tests/support/database";

/**
 * What becomes of every column that can hold or name a person when they are erased. A column that is not decided here fails the test: decide,
 * write the erasure (features/…/erasure.server.ts) and the archive (features/…/archive.server.ts), then add a line.
 *
 * goes: with its row, by the foreign key · freed: set to null by the foreign key · erased: by an erasure, or what of it names the person ·
 * impersonal: holds nothing about a person · kept: is the organization's record
 */
const decisions: Record<string, "goes" | "freed" | "erased" | "impersonal" | "kept"> = {
  "Account.email": "goes",
  "Account.name": "goes",
  "AdoptionEvent.contactId": "freed",
  "AdoptionEvent.note": "kept",
  "AdoptionEvent.reason": "kept",
  "AdoptionEvent.recorderId": "freed",
  "Appeal.appellantId": "freed",
  "Appeal.deciderId": "freed",
  "Appeal.note": "erased",
  "Appeal.toAuthor": "erased",
  "Appeal.words": "erased",
  "Attachment.bytes": "kept",
  "Attachment.name": "kept",
  "Attachment.uploaderId": "freed",
  "AuditEntry.details": "impersonal",
  "AuditEntry.name": "impersonal",
  "AuditEntry.subjectId": "impersonal",
  "Authenticator.accountId": "goes",
  "Authorship.accountId": "erased",
  "Authorship.en": "erased",
  "Authorship.fr": "erased",
  "Authorship.position": "impersonal",
  "Bookmark.accountId": "goes",
  "Bookmark.note": "goes",
  "Case.assigneeId": "freed",
  "Case.authorId": "freed",
  "Case.subjectId": "impersonal",
  "Case.title": "erased",
  "Case.words": "erased",
  "CaseNotice.about": "impersonal",
  "CaseNotice.accountId": "goes",
  "Category.position": "impersonal",
  "CategoryFace.name": "impersonal",
  "Claim.note": "kept",
  "Claim.position": "impersonal",
  "Consent.accountId": "goes",
  "Contribution.creatorId": "freed",
  "Contribution.retirementReason": "kept",
  "DataExport.accountId": "goes",
  "DataExport.archive": "goes",
  "Decision.deciderId": "freed",
  "Decision.note": "erased",
  "Decision.toAuthor": "erased",
  "Distance.accountId": "goes",
  "Distance.otherId": "goes",
  "Draft.accountId": "erased",
  "Draft.fields": "erased",
  "EmailChange.accountId": "goes",
  "EmailChange.newEmail": "erased",
  "Event.actorId": "freed",
  "Event.details": "impersonal",
  "Event.name": "impersonal",
  "Event.subjectId": "impersonal",
  "EvidenceNotice.clearerId": "freed",
  "EvidenceNotice.note": "kept",
  "Flag.reporterId": "freed",
  "Flag.words": "erased",
  "Follow.accountId": "goes",
  "Follow.subjectId": "goes",
  "HeldPost.authorId": "erased",
  "HeldPost.fields": "erased",
  "HeldPost.reasons": "impersonal",
  "Invitation.email": "erased",
  "Invitation.inviterId": "freed",
  "Invitation.name": "erased",
  "JoinRequest.accountId": "goes",
  "JoinRequest.deciderId": "freed",
  "JoinRequest.message": "goes",
  "JoinRequest.note": "goes",
  "LinkedHost.accountId": "goes",
  "Membership.accountId": "goes",
  "ModeratorScope.accountId": "goes",
  "Notification.accountId": "goes",
  "Notification.actorId": "freed",
  "Notification.subjectId": "impersonal",
  "Organization.contactEmail": "erased",
  "Organization.contactPhone": "kept",
  "OrganizationApplication.applicantId": "freed",
  "OrganizationApplication.deciderId": "freed",
  "OrganizationApplication.message": "erased",
  "OrganizationApplication.note": "erased",
  "OrganizationDomain.adderId": "freed",
  "OrganizationDomain.domain": "impersonal",
  "OrganizationFace.about": "impersonal",
  "OrganizationFace.name": "impersonal",
  "Participant.accountId": "goes",
  "Passkey.accountId": "goes",
  "Passkey.name": "goes",
  "Passkey.publicKey": "goes",
  "PasskeyChallenge.accountId": "erased",
  "PasswordReset.accountId": "goes",
  "PendingSignIn.accountId": "goes",
  "Picture.bytes": "erased",
  "Picture.uploaderId": "freed",
  "PollOption.position": "impersonal",
  "PollVote.accountId": "goes",
  "Post.authorId": "freed",
  "Post.body": "erased",
  "Post.editorId": "freed",
  "Post.html": "erased",
  "Post.reactions": "impersonal",
  "Post.removerId": "freed",
  "Post.text": "erased",
  "PostDraft.accountId": "erased",
  "PostDraft.fields": "erased",
  "PostMention.accountId": "goes",
  "PostRevision.body": "erased",
  "PostRevision.editorId": "freed",
  "Profile.about": "goes",
  "Profile.aboutAudience": "goes",
  "Profile.accountId": "goes",
  "Profile.emailAudience": "goes",
  "Profile.position": "goes",
  "Profile.positionAudience": "goes",
  "Profile.pronouns": "goes",
  "Profile.pronounsAudience": "goes",
  "Profile.slug": "goes",
  "Profile.sortName": "goes",
  "Reaction.accountId": "goes",
  "Reading.accountId": "goes",
  "RecoveryCode.accountId": "goes",
  "Reference.adderId": "freed",
  "Reference.csl": "kept",
  "Reference.styled": "kept",
  "ReferenceImport.accountId": "erased",
  "ReferenceImport.entries": "erased",
  "Registration.email": "erased",
  "Registration.name": "erased",
  "Retraction.reason": "impersonal",
  "RetractionList.accountId": "freed",
  "RetractionList.name": "kept",
  "Review.claimantId": "freed",
  "Review.comment": "kept",
  "Review.deciderId": "freed",
  "Review.submitterId": "freed",
  "Revision.authorId": "freed",
  "Revision.details": "impersonal",
  "Revision.sections": "impersonal",
  "RoleDecision.accountId": "goes",
  "RoleDecision.deciderId": "freed",
  "RoleDecision.note": "goes",
  "RoleGrant.accountId": "goes",
  "RoleGrant.granterId": "freed",
  "RoleGrant.reason": "goes",
  "RoleRequest.accountId": "goes",
  "RoleRequest.deciderId": "freed",
  "RoleRequest.note": "goes",
  "RoleRequest.reason": "goes",
  "Sanction.accountId": "goes",
  "Sanction.liftReason": "goes",
  "Sanction.lifterId": "freed",
  "SectionChange.position": "impersonal",
  "SectionChange.reason": "kept",
  "Session.accountId": "goes",
  "Session.device": "goes",
  "SsoIdentity.accountId": "goes",
  "Suggestion.authorId": "freed",
  "Suggestion.body": "kept",
  "Suggestion.deciderId": "freed",
  "Suggestion.note": "kept",
  "Suggestion.proposerId": "freed",
  "Suggestion.reason": "kept",
  "Term.position": "impersonal",
  "TermPair.enNote": "impersonal",
  "TermPair.frNote": "impersonal",
  "Thread.lastPosterId": "freed",
  "Thread.starterId": "freed",
  "Thread.title": "kept",
  "Waiver.accountId": "freed",
  "Waiver.reason": "kept",
  "WatchedWord.adderId": "freed",
};

type Column = { name: string; rule: "goes" | "freed" | "holds" | null };

/** Columns that lead to an account, or that by their type or name may hold something about a person. */
const columns = () => db.$queryRaw<Column[]>`
  SELECT c.table_name || '.' || c.column_name AS name,
    CASE fk.confdeltype WHEN 'c' THEN 'goes' WHEN 'n' THEN 'freed' WHEN 'r' THEN 'holds' END AS rule
  FROM information_schema.columns c
  LEFT JOIN pg_attribute a ON a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND a.attname = c.column_name
  LEFT JOIN pg_constraint fk ON fk.conrelid = a.attrelid AND fk.contype = 'f' AND a.attnum = ANY(fk.conkey)
  WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\\_%' AND (
    fk.confrelid = '"Account"'::regclass
    OR (c.data_type IN ('json', 'jsonb', 'bytea'))
    OR c.udt_name = 'citext'
    OR c.column_name ~* '^name$|sortname|mail|phone|device|message|note|reason|comment|about|position|pronouns|accountid|subjectid'
    OR (c.table_name, c.column_name) IN (('Authorship', 'en'), ('Authorship', 'fr'), ('Profile', 'slug'), ('Post', 'body'), ('Post', 'html'), ('Post', 'text'),
      ('PostRevision', 'body'), ('Suggestion', 'body'), ('Thread', 'title'),
      ('Case', 'title'), ('Case', 'words'), ('Flag', 'words'), ('Appeal', 'words'), ('Appeal', 'toAuthor'), ('Decision', 'toAuthor')))
  ORDER BY 1`;

test("it is decided for every column that can hold or name a person what becomes of it", async () => {
  const found = await columns();

  expect(found.map(({ name }) => name).sort()).toEqual(
    expect.arrayContaining(Object.keys(decisions)), // no decision about what is not there any more
  );
  expect(found.filter(({ name }) => decisions[name] === undefined).map(({ name }) => name)).toEqual([]);
});

test("the foreign keys do what was decided, and none holds an account back but what is erased before", async () => {
  for (const { name, rule } of await columns()) {
    if (rule === "goes" || rule === "freed") expect([name, [rule, "erased"]]).toEqual([name, expect.arrayContaining([decisions[name]])]);
    if (rule === "holds") expect([name, decisions[name]]).toEqual([name, "erased"]);
  }
});
