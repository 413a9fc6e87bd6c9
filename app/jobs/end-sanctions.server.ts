import { endDueSanctions } from "~/features/moderation/sanction.server";

/** Each minute: measures against people whose time is over end, and those people are told. */
export async function endSanctionsJob() {
  await endDueSanctions();
}
