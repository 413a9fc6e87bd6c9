import { sideOf, type Pair } from "~/features/terminology/pair";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

/** Pairs of terms: that of the page's language first, beside it the other. */
export function PairList({ pairs, mayKeep }: { pairs: Pair[]; mayKeep: boolean }) {
  const language = useLanguage();
  const t = useTranslation();

  return (
    <ul className="term-list">
      {pairs.map((pair) => {
        const { word, note } = sideOf(pair, language);
        return (
          <li className="term-pair" key={pair.id}>
            <div>
              <h3 className="term-word">{word}</h3>
              <Others pair={pair} language={language} />
            </div>
            <div>
              <p className="term-word">
                <span className="visually-hidden">{t(`terminology.list.inLanguage.${otherLanguage(language)}`)} </span>
                <span lang={otherLanguage(language)}>{sideOf(pair, otherLanguage(language)).word}</span>
              </p>
              <Others pair={pair} language={otherLanguage(language)} />
            </div>
            {(note || pair.source || mayKeep) && (
              <div className="term-about">
                {note && <p>{note}</p>}
                {pair.source && <Source source={pair.source} />}
                {mayKeep && (
                  <p>
                    <ButtonLink variant="quiet" small href={pathTo(language, "termPair", { id: pair.id })}>
                      {t("terminology.list.change")} <span className="visually-hidden">{t("terminology.list.changeThis", { word })}</span>
                    </ButtonLink>
                  </p>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Others({ pair, language }: { pair: Pair; language: Language }) {
  const t = useTranslation();
  const { others } = sideOf(pair, language);
  if (others.length === 0) return null;

  return (
    <p className="term-others">
      {t("terminology.list.others")} <span lang={language}>{others.join(", ")}</span>
    </p>
  );
}

/** What stands as the source of a pair that the portal has chosen itself. */
const own = ["usage of this portal", "usage du Carrefour"];

/** An address of the web is a link; the portal's own usage is said in the language of the page, anything else as it is. */
function Source({ source }: { source: string }) {
  const t = useTranslation();
  const said = own.includes(source) ? t("terminology.list.own") : source;
  const [address = ""] = /^https:\/\/\S+$/.exec(source) ?? [];

  return (
    <p className="term-source">
      {t("terminology.list.source")} {address ? <a href={address}>{address.replace(/^https:\/\/(?:www\.)?/, "")}</a> : said}
    </p>
  );
}
