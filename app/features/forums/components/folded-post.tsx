import type { ReactNode } from "react";

import type { PostView } from "~/features/forums/post-view";
import { useTranslation } from "~/i18n/context";

/** Words of someone of whom the viewer wants to hear less, folded away under their name; those of everyone else as they are. */
export function FoldedPost({ post: { author, distance }, children }: { post: PostView; children: ReactNode }) {
  const t = useTranslation();
  if (!distance || !author) return children;

  return (
    <details className="post-folded">
      <summary>{t(`flags.distances.folded.${distance}`, { name: author.name })}</summary>
      {children}
    </details>
  );
}
