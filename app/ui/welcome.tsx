import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { ButtonLink } from "./button";
import { Quilt, Tile } from "./quilt";
import { SearchBox } from "./search-box";

/** Says what the portal is and what to do first: for those who may write, to share; for everyone, to find. */
export function Hero({ mayWrite, maySummarize }: { mayWrite: boolean; maySummarize: boolean }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="hero">
      <div className="hero-words">
        <h1 tabIndex={-1}>{t("home.title")}</h1>
        <p className="hero-lead">{t("home.lead")}</p>
        {mayWrite && (
          <div className="stack stack-small">
            <p className="button-row">
              <ButtonLink href={pathTo(language, "practiceNew")}>{t("home.share")}</ButtonLink>
              {maySummarize && (
                <ButtonLink href={pathTo(language, "summaryNew")} variant="secondary">
                  {t("home.summarize")}
                </ButtonLink>
              )}
              <ButtonLink href={pathTo(language, "practices")} variant="secondary">
                {t("home.find")}
              </ButtonLink>
            </p>
            <p className="field-hint">{t("home.shareHint")}</p>
          </div>
        )}
        {!mayWrite && (
          <div className="hero-search">
            <h2 className="hero-action">{t("home.find")}</h2>
            <SearchBox id="search-home" example={t("home.findExample")} large />
            <p className="field-hint">{t("home.findHint")}</p>
          </div>
        )}
      </div>
      <Quilt className="hero-quilt" />
    </section>
  );
}

/** What there is to read about; each topic leads to its guides. */
export function Topics({ topics }: { topics: { key: string; label: string }[] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="home-section" aria-labelledby="topics">
      <h2 id="topics">{t("home.topics")}</h2>
      <ul className="topic-grid">
        {topics.map(({ key, label }, index) => (
          <li key={key}>
            <a className="topic-link" href={pathTo(language, "practices", { topic: key })}>
              <Tile number={index} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How a guide is made, as it is: written, reviewed, published. */
export function Making() {
  const t = useTranslation();
  const about = pathTo(useLanguage(), "about");

  return (
    <section className="home-section" aria-labelledby="making">
      <h2 id="making">{t("home.making.title")}</h2>
      <ol className="steps">
        {(["write", "review", "publish"] as const).map((step) => (
          <li className="step" key={step}>
            <h3 className="step-title">{t(`home.making.${step}.title`)}</h3>
            <p>{t(`home.making.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <p className="page-lead">
        {t("home.making.note")} <a href={about}>{t("home.making.more")}</a>
      </p>
    </section>
  );
}

/** Asks those who cannot write yet to join in. */
export function Invitation({ isVisitor }: { isVisitor: boolean }) {
  const t = useTranslation();
  const signUp = pathTo(useLanguage(), "signUp");

  return (
    <section className="invitation" aria-labelledby="invitation">
      <div className="invitation-words">
        <h2 id="invitation">{t("home.invitation.title")}</h2>
        <p>{t(isVisitor ? "home.invitation.visitor" : "home.invitation.member")}</p>
      </div>
      {isVisitor && <ButtonLink href={signUp}>{t("site.signUp")}</ButtonLink>}
    </section>
  );
}
