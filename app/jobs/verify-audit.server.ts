import { watchAudit } from "~/features/moderation/audit-watch.server";

/** Every night: the chain of the audit log is reckoned anew. */
export async function verifyAuditJob() {
  await watchAudit();
}
