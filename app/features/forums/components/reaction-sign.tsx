import type { ReactNode } from "react";

import type { ReactionKind } from "~/generated/prisma/enums";

const shapes: Record<ReactionKind, ReactNode> = {
  THANKS: <path d="M12 20S4 15.2 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15.2 12 20 12 20Z" />,
  HELPFUL: <path d="M9.5 17h5M10 20h4M9.5 17c0-2-3-3.3-3-7a5.5 5.5 0 0 1 11 0c0 3.7-3 5-3 7" />,
  SUPPORT: (
    <path d="M9 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19.5c.3-3 2.5-5 5.5-5s5.2 2 5.5 5M15.5 11.4a2.6 2.6 0 1 0-.6-5.1M17 14.8c2 .5 3.3 2.2 3.5 4.7" />
  ),
  CELEBRATE: <path d="m12 3.5 2.5 5.3 5.8.7-4.3 4 1.2 5.8-5.2-2.9-5.2 2.9L8 13.5l-4.3-4 5.8-.7Z" />,
  CURIOUS: <path d="M9 9.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.1M12 17v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z" />,
};

/** The small sign of a reaction, beside its name. */
export function ReactionSign({ kind }: { kind: ReactionKind }) {
  return (
    <svg className="icon" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
  );
}
