import type { SerializeFrom } from "@remix-run/node";

import type { OwnItem } from "~/features/publishing/queries.server";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Time } from "~/ui/time";

import { toneOf } from "./editor-page";

type Guide = SerializeFrom<OwnItem>;

/** One of the guides that someone writes on: how it stands, and what to do with it. */
export function OwnGuide({ guide, level }: { guide: Guide; level: "h2" | "h3" }) {
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const canWrite = !guide.isDiscarded && !guide.isRetired && guide.state !== "IN_REVIEW";
  const edit = pathTo(guide.language, `${kind}Edit`, { slug: guide.slug });
  const show = pathTo(guide.language, kind, { slug: guide.slug });

  return (
    <Card
      title={guide.title}
      href={canWrite ? edit : show}
      level={level}
      lang={guide.language === language ? undefined : guide.language}
      above={<States guide={guide} />}
    >
      {guide.comment && ["CHANGES_REQUESTED", "DECLINED"].includes(guide.state) && (
        <div className="stack stack-small">
          <p className="field-hint">{t("writing.mine.comment")}</p>
          <blockquote className="quoted">{guide.comment}</blockquote>
        </div>
      )}
      <p className="meta-line">
        {guide.changedAt && (
          <span>
            {t("writing.mine.changed")} <Time at={guide.changedAt} withTime />
          </span>
        )}
        {guide.isPublished && guide.state !== "PUBLISHED" && !guide.isRetired && <span>{t("writing.mine.isLive")}</span>}
      </p>
      <div className="button-row">
        {canWrite && (
          <ButtonLink href={edit} small>
            {t(guide.state === "PUBLISHED" && !guide.hasDraft ? "writing.mine.next" : "writing.mine.write")} <Named title={guide.title} />
          </ButtonLink>
        )}
        {!guide.isDiscarded && (
          <ButtonLink href={show} variant="secondary" small>
            {t("writing.mine.read")} <Named title={guide.title} />
          </ButtonLink>
        )}
        {guide.mayDiscard && <Move guide={guide} move="Disposal" label={t("writing.mine.putAway")} />}
        {guide.isDiscarded && !guide.isHidden && <Move guide={guide} move="Recovery" label={t("writing.mine.bringBack")} />}
      </div>
    </Card>
  );
}

function States({ guide }: { guide: Guide }) {
  const t = useTranslation();
  const { isDiscarded, isRetired, state } = guide;

  return (
    <p className="badge-list">
      {isDiscarded || isRetired ? (
        <Badge tone="outline">{t(isDiscarded ? "publishing.state.discarded" : "publishing.state.retired")}</Badge>
      ) : (
        <Badge tone={toneOf[state]}>{t(`publishing.state.${state}`)}</Badge>
      )}
      {guide.isHidden && <Badge tone="warning">{t("hiding.guide.flag")}</Badge>}
      <Badge>{t(`publishing.language.${guide.language}`)}</Badge>
      {guide.hasDraft && <Badge tone="accent">{t("writing.mine.hasDraft")}</Badge>}
    </p>
  );
}

/** The address is in the language of the guide; afterwards one is back on the page one came from. */
function Move({ guide, move, label }: { guide: Guide; move: "Disposal" | "Recovery"; label: string }) {
  const kind = useKind();
  const to = pathTo(useLanguage(), `${kind}Mine`);
  return (
    <form method="post" action={pathTo(guide.language, `${kind}${move}`, { slug: guide.slug, to })}>
      <Button variant="quiet" small>
        {label} <Named title={guide.title} />
      </Button>
    </form>
  );
}

const Named = ({ title }: { title: string }) => (
  <span className="visually-hidden">{useTranslation()("writing.mine.named", { title })}</span>
);
