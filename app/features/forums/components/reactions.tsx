import { reactionKinds } from "~/features/forums/limits";
import type { PostView } from "~/features/forums/post-view";
import type { ReactionKind } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { ReactionSign } from "./reaction-sign";

type Given = PostView["reactions"][number];

/** How others took a post. Who may react gives each kind, and takes it back, with one press; thanks are always at hand, the others in a menu. */
export function Reactions({ post }: { post: PostView }) {
  const t = useTranslation();
  const all = reactionKinds.map((kind) => post.reactions.find((one) => one.kind === kind) ?? { kind, count: 0, isOwn: false });
  const given = all.filter(({ kind, count }) => count > 0 || (post.may.react && kind === "THANKS"));
  const others = all.filter((one) => !given.includes(one));
  if (post.isRemoved || post.notice || given.length === 0) return null;

  return (
    <div className="reactions">
      <ul className="reaction-list" aria-label={t("polls.reactions.group")}>
        {given.map((one) => (
          <li key={one.kind}>{post.may.react ? <ReactionForm post={post} given={one} /> : <ReactionCount given={one} />}</li>
        ))}
      </ul>
      {post.may.react && others.length > 0 && (
        <details className="menu reaction-menu" data-menu>
          <summary className="reaction" aria-label={t("polls.reactions.moreOf", { number: post.number })}>
            <span aria-hidden="true">+</span>
          </summary>
          <ul className="menu-panel reaction-panel">
            {others.map((one) => (
              <li key={one.kind}>
                <ReactionForm post={post} given={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function ReactionForm({ post, given: { kind, count, isOwn } }: { post: PostView; given: Given }) {
  const language = useLanguage();

  return (
    <form method="post" action={pathTo(language, "postReaction", { id: post.id })} data-swap={`#post-${post.number}`}>
      <input type="hidden" name="value" value={isOwn ? "off" : "on"} />
      <button
        className="reaction"
        type="submit"
        name="kind"
        value={kind}
        aria-pressed={isOwn}
        {...(kind === "THANKS" ? { "data-key": "l" } : {})}
      >
        <Words kind={kind} count={count} />
      </button>
    </form>
  );
}

const ReactionCount = ({ given: { kind, count } }: { given: Given }) => (
  <span className="reaction">
    <Words kind={kind} count={count} />
  </span>
);

function Words({ kind, count }: { kind: ReactionKind; count: number }) {
  const t = useTranslation();

  return (
    <>
      <ReactionSign kind={kind} />
      {t(`polls.reactions.${kind}`)}
      {count > 0 && <b>{count}</b>}
    </>
  );
}
