/** Everything that can be on record. A new verb adds its event here. */
export type EventName =
  | "account.registered"
  | "account.registered_again"
  | "account.verified"
  | "account.signed_in"
  | "account.signed_out"
  | "account.sign_in_failed"
  | "account.password_forgotten"
  | "account.password_changed"
  | "account.changed"
  | "practice.drafted"
  | "practice.revised"
  | "practice.restored"
  | "practice.translated"
  | "practice.submitted"
  | "practice.withdrawn"
  | "practice.claimed"
  | "practice.approved"
  | "practice.changes_requested"
  | "practice.declined"
  | "practice.retired"
  | "practice.discarded"
  | "practice.recovered"
  | "practice.imported"
  | "content.imported";

export type Subject = { type: "ACCOUNT" | "CONTRIBUTION" | "PORTAL"; id: string };

/** The portal itself, where nothing narrower is concerned. */
export const THE_PORTAL: Subject = { type: "PORTAL", id: "00000000-0000-0000-0000-000000000000" };
