import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** The guides for which these words were proposed, with what came of it, and the way to propose them. */
export function ProposalLinks({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  if (post.proposals.length === 0 && !post.may.propose) return null;

  return (
    <div className="proposals">
      {post.proposals.length > 0 && (
        <ul className="proposal-list">
          {post.proposals.map(({ title, slug, language: face, state }) => (
            <li key={`${face}-${slug}-${state}`}>
              {t(`suggestions.post.${state}`)}{" "}
              <a href={pathTo(face, "practice", { slug })} lang={face === language ? undefined : face}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      {post.may.propose && <ProposeLink post={post} />}
    </div>
  );
}

function ProposeLink({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <a className="button button-quiet button-small" href={pathTo(language, "postProposal", { id: post.id })}>
      {t("suggestions.post.propose")}
    </a>
  );
}
