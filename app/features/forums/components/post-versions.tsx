import type { Version } from "~/features/forums/post-history.server";
import { Words } from "~/features/publishing/components/diff";
import { useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

/** The versions of a post, newest first, each with what it changed. */
export function PostVersions({ versions, lang }: { versions: Version[]; lang: Language | undefined }) {
  const t = useTranslation();

  return (
    <>
      {versions.some(({ changes }) => changes) && <p className="field-hint">{t("reviews.diff.legend")}</p>}
      <ol className="timeline" reversed>
        {versions.map(({ number, at, by, isPresent, changes, text }) => (
          <li key={number} className={isPresent ? "timeline-item timeline-item-current" : "timeline-item"} id={`version-${number}`}>
            <div className="cluster">
              <h2 className="version-title">{t("posting.history.version", { number })}</h2>
              {isPresent && <Badge tone="brand">{t("posting.history.present")}</Badge>}
              {text !== null && !isPresent && <Badge tone="outline">{t("posting.history.original")}</Badge>}
            </div>
            <p className="meta-line">
              <span>
                <Time at={at} withTime /> {by === null ? t("leaving.byFormerMember") : t("posting.history.by", { name: by })}
              </span>
            </p>
            <div lang={lang}>{changes ? <Words pieces={changes} /> : <div className="diff">{text}</div>}</div>
          </li>
        ))}
      </ol>
    </>
  );
}
