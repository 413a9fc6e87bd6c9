import type { FormEvent } from "react";

import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";

type Props = { address: string; number: number; onLeave: () => Promise<void> };

/** Throws the draft away, in two steps: it cannot be undone. */
export function DiscardDraft({ address, number, onLeave }: Props) {
  const t = useTranslation();

  async function discard(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    event.preventDefault();
    await onLeave();
    form.submit();
  }

  return (
    <details className="disclosure">
      <summary>{t("writing.discard.open")}</summary>
      <form className="stack" method="post" action={address} onSubmit={discard}>
        <p>{t("writing.discard.text", { number })}</p>
        <div>
          <Button variant="danger">{t("writing.discard.confirm")}</Button>
        </div>
      </form>
    </details>
  );
}
