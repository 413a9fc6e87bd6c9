import type { ProposedPost } from "~/features/forums/proposal.server";
import { isLicence } from "~/features/publishing/licence-address";
import { limits } from "~/features/publishing/limits";
import type { SuggestedFace } from "~/features/publishing/suggestion-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field, Radios, Select, TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Sent = { errors?: FormErrors | undefined; values?: FormValues | undefined };

/** The first step: which guide. It needs no more than an address. */
export function GuideChoice({
  postId,
  post,
  errors,
  example,
}: {
  postId: string;
  post: ProposedPost;
  errors?: FormErrors;
  example: string;
}) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <form className="form" method="get" action={pathTo(language, "postProposal", { id: postId })}>
      {post.guides.length > 0 && (
        <Radios
          name="guide"
          legend={t("suggestions.proposal.which")}
          hint={t("suggestions.proposal.whichHint")}
          options={post.guides.map((guide) => ({ value: pathTo(guide.language, "practice", { slug: guide.slug }), label: guide.title }))}
        />
      )}
      <Field
        name="address"
        label={t("suggestions.proposal.address")}
        hint={t("suggestions.proposal.addressHint", { example })}
        errors={errors?.address}
        maxLength={400}
      />
      <div className="button-row">
        <Button>{t("suggestions.proposal.choose")}</Button>
        <ButtonLink variant="quiet" href={pathTo(language, "postPlace", { id: postId })}>
          {t("suggestions.proposal.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

/** The second step: for which section, and which of the words. */
export function ProposalForm({
  postId,
  post,
  chosen,
  isWider,
  sent: { errors, values },
}: {
  postId: string;
  post: ProposedPost;
  chosen: SuggestedFace;
  isWider: boolean;
  sent: Sent;
}) {
  const t = useTranslation();
  const language = useLanguage();
  const guide = pathTo(chosen.language, "practice", { slug: chosen.slug });
  const typed = (name: string) => (typeof values?.[name] === "string" ? values[name] : undefined);

  return (
    <form className="form" method="post" action={pathTo(language, "postProposal", { id: postId, guide })}>
      <input type="hidden" name="guide" value={guide} />
      <p className="field-label">
        {t("suggestions.proposal.guide")}{" "}
        <a href={guide} lang={chosen.language}>
          {chosen.title}
        </a>
      </p>
      <p>
        <a href={pathTo(language, "postProposal", { id: postId, guide: "other" })}>{t("suggestions.proposal.another")}</a>
      </p>
      <Select
        name="section"
        lang={chosen.language}
        label={t("suggestions.proposal.section")}
        hint={t("suggestions.proposal.sectionHint")}
        errors={errors?.section}
        defaultValue={typed("section") ?? chosen.sections[0]?.key ?? ""}
        options={[
          ...chosen.sections.map(({ key, heading }) => ({ value: key, label: heading })),
          { value: "", label: t("suggestions.proposal.whole") },
        ]}
      />
      <TextArea
        name="body"
        label={t("suggestions.proposal.body")}
        hint={post.isOwn ? undefined : t("suggestions.proposal.bodyHint")}
        errors={errors?.body}
        defaultValue={typed("body") ?? post.body}
        maxLength={limits.suggestion}
        rows={12}
        required
      />
      <TextArea
        name="note"
        label={t("suggestions.proposal.note")}
        hint={t("suggestions.proposal.noteHint")}
        errors={errors?.note}
        defaultValue={typed("note")}
        maxLength={500}
        rows={3}
      />
      <Consent post={post} chosen={chosen} isWider={isWider} />
      <div className="button-row">
        <Button>{t("suggestions.proposal.submit")}</Button>
        <ButtonLink variant="quiet" href={pathTo(language, "postPlace", { id: postId })}>
          {t("suggestions.proposal.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

function Consent({ post, chosen: { licence }, isWider }: { post: ProposedPost; chosen: SuggestedFace; isWider: boolean }) {
  const t = useTranslation();
  const named = isLicence(licence) ? t(`publishing.licenceName.${licence}`) : licence;

  return (
    <>
      <Notice>
        {post.isOwn
          ? t("suggestions.proposal.ownConsent", { licence: named })
          : t("suggestions.proposal.othersConsent", { name: post.name ?? t("suggestions.proposal.someone") })}
      </Notice>
      {isWider && <Notice kind="warning">{t(post.isOwn ? "suggestions.proposal.widerOwn" : "suggestions.proposal.wider")}</Notice>}
    </>
  );
}
