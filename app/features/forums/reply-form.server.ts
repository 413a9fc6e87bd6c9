import type { Language } from "~/i18n/languages";
import { newId } from "~/platform/new-id.server";
import { pathTo } from "~/platform/paths";

import { type ComposerValues, newComposer } from "./composer-values";
import type { ThreadPage } from "./thread-page.server";

/** The form of a reply at the foot of a thread: one's own draft, or an empty form in the language of the page. */
export function replyForm(language: Language, { id, slug, draft, posts }: ThreadPage) {
  const values: ComposerValues = draft?.values ?? newComposer("REPLY", { thread: id }, { id: newId(), language });
  const answered = posts.find((post) => post.id === values.replyTo);

  return {
    action: pathTo(language, "reply", { id, slug }),
    values,
    savedAt: draft?.savedAt ?? null,
    answering: answered ? { number: answered.number, name: answered.author?.name ?? null } : null,
  };
}
