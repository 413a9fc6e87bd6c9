import { remindModerators } from "~/features/moderation/telling-moderators.server";

/** Once a day: whoever moderates is reminded of cases that nobody has taken in hand for two days. */
export async function remindModeratorsJob() {
  await remindModerators();
}
