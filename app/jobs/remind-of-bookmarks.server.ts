import { remindOfBookmarks } from "~/features/forums/reminder.server";

/** Every other minute: whoever asked to be reminded of a post by now is told. */
export async function remindOfBookmarksJob() {
  await remindOfBookmarks();
}
