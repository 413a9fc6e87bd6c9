import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** The guides for which these words were proposed, with what came of it. */
export function ProposalLinks({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  if (post.proposals.length === 0) return null;

  return (
    <ul className="proposals">
      {post.proposals.map(({ title, slug, language: face, state }) => (
        <li key={`${face}-${slug}-${state}`}>
          {t(`suggestions.post.${state}`)}{" "}
          <a href={pathTo(face, "practice", { slug })} lang={face === language ? undefined : face}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
