import { eraseDueAccounts } from "~/features/accounts/erasure.server";
import { eraseImporter } from "~/features/evidence/erasure.server";
import { eraseSpeaker } from "~/features/forums/erasure.server";
import { eraseFromCases } from "~/features/moderation/erasure.server";
import { eraseMember } from "~/features/organizations/erasure.server";
import { eraseProfile } from "~/features/people/erasure.server";
import { eraseWriter } from "~/features/publishing/erasure.server";
import { eraseUploader } from "~/features/uploads/erasure.server";
import { forgetLastMails } from "~/platform/queue.server";

/** Every hour: whose grace is over is erased, in every feature. */
export async function eraseAccountsJob() {
  await forgetLastMails();
  await eraseDueAccounts([eraseFromCases, eraseWriter, eraseImporter, eraseMember, eraseSpeaker, eraseUploader, eraseProfile]);
}
