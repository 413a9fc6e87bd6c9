import { ComposerScript } from "./composer-script";
import { Live } from "./live";

/** The scripts of a reading page of the forums: what is new comes in by itself, and members write and act. `thread` where how far one reads is kept. */
export function ForumScripts({ isVisitor, thread }: { isVisitor: boolean; thread?: { id: string; slug: string } }) {
  return (
    <>
      <Live {...(thread && !isVisitor ? { thread } : {})} />
      {!isVisitor && <ComposerScript />}
    </>
  );
}
