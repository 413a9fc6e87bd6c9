import type { ShownClaim, ShownNotice } from "~/features/claims/shown";
import { Certainties } from "~/features/evidence/components/certainty";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge, type Tone } from "~/ui/badge";
import { Notice } from "~/ui/notice";

const toneOf = { SUPPORTS: "success", MIXED: "warning", CONTRADICTS: "danger", NONE: "outline" } as const satisfies Record<
  ShownClaim["stance"],
  Tone
>;

/** What a section rests on: what the evidence says of it, which version of which summary says so, and how sure one may be. */
export function SectionClaims({ claims }: { claims: ShownClaim[] }) {
  const t = useTranslation();
  if (claims.length === 0) return null;

  return (
    <div className="claims">
      <p className="claims-title">{t("claims.show.title")}</p>
      <ul>
        {claims.map((claim) => (
          <li key={`${claim.stance} ${claim.summary?.slug} ${claim.summary?.number} ${claim.note}`}>
            <Claim claim={claim} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Claim({ claim: { stance, summary, note } }: { claim: ShownClaim }) {
  const t = useTranslation();
  return (
    <>
      <p>
        <Badge tone={toneOf[stance]}>{t(`claims.stance.${stance}`)}</Badge>
      </p>
      {summary && <Summary summary={summary} />}
      {note && <p className="claims-note">{note}</p>}
    </>
  );
}

function Summary({ summary }: { summary: NonNullable<ShownClaim["summary"]> }) {
  const t = useTranslation();
  const page = useLanguage();
  const { title, slug, language, number, newest, levels, isRetired } = summary;
  const lang = language === page ? undefined : language;

  return (
    <>
      <p>
        <a href={pathTo(language, "summaryVersion", { slug, number })} lang={lang} hrefLang={lang}>
          {title}
        </a>
      </p>
      <p className="meta-line">
        <span>{t("claims.show.version", { number })}</span>
        <span>
          <Certainties levels={levels} />
        </span>
        {isRetired && <strong>{t("claims.show.withdrawn")}</strong>}
        {newest > number && !isRetired && (
          <a href={pathTo(language, "summaryVersion", { slug, number: newest })} hrefLang={lang}>
            {t("claims.show.newer", { number: newest })}
          </a>
        )}
      </p>
    </>
  );
}

/** What has changed under a section since it was written, and when someone last looked at it again. */
export function SectionNotices({ notices }: { notices: ShownNotice[] }) {
  const t = useTranslation();
  const page = useLanguage();
  const open = notices.filter(({ clearedOn }) => clearedOn === null);
  const cleared = notices.find(({ clearedOn }) => clearedOn !== null);

  return (
    <>
      {open.map((notice) => (
        <Notice key={`${notice.cause} ${notice.summary.slug}`} kind="warning" title={t("claims.notice.title")}>
          <p>
            <Why notice={notice} />
          </p>
          <Where notice={notice} />
        </Notice>
      ))}
      {cleared?.clearedOn && open.length === 0 && (
        <p className="claims-cleared">
          {t(`claims.notice.cleared.${cleared.outcome ?? "STANDS"}`, { date: formatDate(cleared.clearedOn, page) })}
          {cleared.note && ` ${cleared.note}`}
        </p>
      )}
    </>
  );
}

/** Why there is a notice, in a sentence. */
export function Why({ notice: { cause, at, summary } }: { notice: Pick<ShownNotice, "cause" | "at" | "summary"> }) {
  const t = useTranslation();
  return t(`claims.notice.why.${cause}`, { title: summary.title, date: formatDate(at, useLanguage()) });
}

/** Where one reads what has changed: the version before and the version that came. */
export function Where({ notice: { cause, summary, doi } }: { notice: Pick<ShownNotice, "cause" | "summary" | "doi"> }) {
  const t = useTranslation();
  const page = useLanguage();
  const { version } = summary;
  if (version && version.number > 1) return <Compared {...version} />;

  return (
    <p>
      {cause === "RETRACTION" && doi ? (
        <a href={`https://doi.org/${doi}`}>{t("claims.notice.retracted", { doi })}</a>
      ) : (
        <a href={pathTo(page, "summary", { slug: summary.slug })}>{t("claims.notice.summary")}</a>
      )}
    </p>
  );
}

function Compared({ slug, language, number }: { slug: string; language: Language; number: number }) {
  const t = useTranslation();
  const lang = language === useLanguage() ? undefined : language;
  const version = (one: number) => (
    <a href={pathTo(language, "summaryVersion", { slug, number: one })} hrefLang={lang}>
      {t("claims.show.version", { number: one })}
    </a>
  );
  return (
    <p>
      {t("claims.notice.compare")} {version(number - 1)} · {version(number)}
      {lang && ` (${t(`publishing.language.${lang}`)})`}
    </p>
  );
}
