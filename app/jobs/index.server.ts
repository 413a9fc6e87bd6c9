import type { Jobs } from "~/platform/queue.server";

import { cleanUpJob } from "./clean-up.server";
import { endSanctionsJob } from "./end-sanctions.server";
import { eraseAccountsJob } from "./erase-accounts.server";
import { fanOutJob } from "./fan-out.server";
import { makeExportJob } from "./make-export.server";
import { offerNewPasswordJob } from "./offer-new-password.server";
import { readReferencesJob } from "./read-references.server";
import { remindModeratorsJob } from "./remind-moderators.server";
import { remindOfBookmarksJob } from "./remind-of-bookmarks.server";
import { sendMailJob } from "./send-mail.server";
import { verifyAuditJob } from "./verify-audit.server";

/** Every job that the queue knows, by name. */
export const jobs: { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> } = {
  "fan-out": fanOutJob,
  "send-mail": sendMailJob,
  "offer-new-password": offerNewPasswordJob,
  "clean-up": cleanUpJob,
  "make-export": makeExportJob,
  "erase-accounts": eraseAccountsJob,
  "remind-of-bookmarks": remindOfBookmarksJob,
  "end-sanctions": endSanctionsJob,
  "verify-audit": verifyAuditJob,
  "remind-moderators": remindModeratorsJob,
  "read-references": readReferencesJob,
};

/** When those are run that nobody asks for: minute, hour, day, month, weekday, in UTC. */
export const timetable = [
  "23 8 * * * clean-up",
  "41 7 * * * verify-audit",
  "7 * * * * erase-accounts",
  "*/2 * * * * remind-of-bookmarks",
  "* * * * * end-sanctions",
  "11 12 * * * remind-moderators",
].join("\n");
