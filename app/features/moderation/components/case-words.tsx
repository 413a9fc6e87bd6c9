import type { SerializeFrom } from "@remix-run/node";

import { Words } from "~/features/publishing/components/diff";
import { useLanguage, useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

import type { CasePage } from "../case-page.server";

type Shown = SerializeFrom<CasePage>;

/** What a case is about: as it was seen when the case was opened, and what has become of it. */
export function CaseWords({ shown }: { shown: Shown }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = shown.language === language ? undefined : shown.language;
  const title = shown.isRequest ? "asked" : shown.kind === "APPEAL" ? "appealed" : "asReported";

  return (
    <section className="stack" aria-labelledby="reported">
      <h2 id="reported">{t(`moderation.case.${title}`)}</h2>
      {shown.words ? (
        <blockquote className="case-words" lang={lang}>
          {shown.words}
        </blockquote>
      ) : (
        <p className="field-hint">{t("moderation.case.forgotten")}</p>
      )}
      {!shown.isRequest && shown.kind !== "APPEAL" && shown.kind !== "HELD" && <Present shown={shown} lang={lang} />}
    </section>
  );
}

function Present({ shown: { thing, changes, repairedAt, words }, lang }: { shown: Shown; lang: string | undefined }) {
  const t = useTranslation();
  const states = { SHOWN: "thingShown", HIDDEN: "thingHidden", REMOVED: "thingRemoved" } as const;

  return (
    <>
      <h3>{t("moderation.case.asIs")}</h3>
      <Notice kind={thing?.state === "SHOWN" ? "info" : "warning"}>
        <p>{thing ? t(`moderation.case.${states[thing.state]}`) : t("moderation.case.thingGone")}</p>
      </Notice>
      {changes && (
        <>
          <p>{t(repairedAt ? "moderation.case.repaired" : "moderation.case.changed")}</p>
          <div lang={lang}>
            <Words pieces={changes} />
          </div>
        </>
      )}
      {thing && !changes && words !== "" && <p>{t("moderation.case.unchanged")}</p>}
      {thing && !changes && words === "" && (
        <blockquote className="case-words" lang={lang}>
          {thing.words}
        </blockquote>
      )}
      {thing?.address && (
        <p>
          <a href={thing.address}>{t("moderation.case.toThing")}</a>
        </p>
      )}
    </>
  );
}
