import type { SerializeFrom } from "@remix-run/node";

import type { listWatchedWords } from "~/features/moderation/watched-words.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Time } from "~/ui/time";

type Word = SerializeFrom<Awaited<ReturnType<typeof listWatchedWords>>[number]>;

/** The words that are watched, each with its button to end that. */
export function WatchedWords({ words }: { words: Word[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (words.length === 0)
    return (
      <EmptyState title={t("holds.words.none")}>
        <p>{t("holds.words.noneHint")}</p>
      </EmptyState>
    );

  return (
    <section className="stack" aria-labelledby="watched">
      <h2 id="watched">{t("holds.words.list")}</h2>
      <ul className="watched-words">
        {words.map(({ id, word, addedAt, adder }) => (
          <li key={id} className="watched-word">
            <div>
              <strong lang="">{word}</strong>
              <p className="meta-line">
                <Time at={addedAt} />
                <span>{adder ? t("holds.words.by", { name: adder }) : t("holds.words.byNobody")}</span>
              </p>
            </div>
            <form method="post" action={pathTo(language, "watchedWordRemoval", { id })}>
              <Button variant="quiet" small aria-label={t("holds.words.removeNamed", { word })}>
                {t("holds.words.remove")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
