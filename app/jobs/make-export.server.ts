import { accountPart } from "~/features/accounts/archive.server";
import { makeExport } from "~/features/accounts/export.server";
import { adoptionPart } from "~/features/adoption/archive.server";
import { claimsPart } from "~/features/claims/archive.server";
import { evidencePart } from "~/features/evidence/archive.server";
import { forumsPart } from "~/features/forums/archive.server";
import { moderationPart } from "~/features/moderation/archive.server";
import { notificationsPart } from "~/features/notifications/archive.server";
import { membershipPart } from "~/features/organizations/archive.server";
import { profilePart } from "~/features/people/archive.server";
import { writingPart } from "~/features/publishing/archive.server";
import { uploadsPart } from "~/features/uploads/archive.server";
import type { Jobs } from "~/platform/queue.server";

/** Makes the archive of someone's data, of what every feature holds about them. */
export const makeExportJob = ({ exportId }: Jobs["make-export"]) =>
  makeExport(exportId, [
    accountPart,
    profilePart,
    membershipPart,
    writingPart,
    evidencePart,
    claimsPart,
    adoptionPart,
    forumsPart,
    moderationPart,
    notificationsPart,
    uploadsPart,
  ]);
