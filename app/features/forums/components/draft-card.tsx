import type { ListedDraft } from "~/features/forums/draft-list.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Translate } from "~/i18n/translate";
import { type PageName, pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";

import { KeptText } from "./closed-place";

/** One draft: what it says, where it goes on, and how it is thrown away. Where its place is gone, its whole text. */
export function DraftCard({ draft }: { draft: ListedDraft }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, title, text, savedAt, place } = draft;
  const lang = draft.language === language ? undefined : draft.language;
  const where = whereOf(t, draft);
  const name = title || where;

  return (
    <li className="card">
      <h2 className="card-title">{title ? <span lang={lang}>{title}</span> : where}</h2>
      {title && <p className="card-eyebrow">{where}</p>}
      {place && (
        <p className="card-text" lang={text ? lang : undefined}>
          {text || t("posting.drafts.empty")}
        </p>
      )}
      {!place && (
        <>
          <Notice>{t("posting.drafts.goneHint")}</Notice>
          {text && <KeptText id={`draft-${id}`} text={text} label={t("posting.drafts.copy")} />}
        </>
      )}
      <p className="meta-line">
        <span>
          {t("posting.drafts.saved")} <Time at={savedAt} withTime />
        </span>
      </p>
      <form className="card-foot button-row" method="post" action={pathTo(language, "postDraftRemoval", { id })}>
        {place && (
          <ButtonLink small variant="secondary" href={addressOf(draft, language)} aria-label={t("posting.drafts.continueNamed", { name })}>
            {t("posting.drafts.continue")}
          </ButtonLink>
        )}
        <Button variant="quiet" small aria-label={t("posting.drafts.discardNamed", { name })}>
          {t("posting.drafts.discard")}
        </Button>
      </form>
    </li>
  );
}

function whereOf(t: Translate, { kind, place }: ListedDraft): string {
  if (!place) return t("posting.drafts.gone");
  const { category, thread, work } = place;
  if (work) return t("posting.drafts.DISCUSSION", { place: work.title });
  return t(`posting.drafts.${kind}`, { place: thread?.title ?? category?.name ?? "" });
}

function addressOf({ id, kind, place }: ListedDraft, language: "en" | "fr"): string {
  const to = (page: PageName, values: Record<string, string>) => pathTo(language, page, values);
  if (place?.work) return to(`${kindNameOf(place.work.kind)}Discussion`, { slug: place.work.slug });
  if (kind === "EDIT") return to("postEdit", { id: place?.postId ?? "" });
  if (place?.thread) return to("reply", { id: place.thread.id, slug: place.thread.slug, draft: id });
  return to("newThread", { slug: place?.category?.slug ?? "", draft: id });
}
