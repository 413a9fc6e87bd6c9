import type { PostAgain } from "~/features/forums/refused-post.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { useErrorText } from "~/ui/error-text";
import { Notice } from "~/ui/notice";

type Thread = { id: string; slug: string; title: string; language: Language };

type Props = {
  again: Pick<PostAgain, "closed" | "isKept" | "values">;
  /** Where the thread went. */
  into?: Thread | null;
  back?: { href: string; label: string } | null;
};

/** Words that came too late for their place: why, where they could go, and the words themselves. */
export function ClosedPlace({ again: { closed, isKept, values }, into, back }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const errorText = useErrorText();
  const brought = isKept ? { draft: values.id } : {};

  return (
    <div className="stack" tabIndex={-1} data-focus>
      <Notice kind="warning">
        <p>
          <strong>{closed && errorText(closed)}</strong>
        </p>
        {values.body !== "" && <p>{t(isKept ? "posting.reply.kept" : "posting.reply.keptBelow")}</p>}
      </Notice>
      <p className="button-row">
        {into && (
          <ButtonLink
            href={pathTo(language, "reply", { id: into.id, slug: into.slug, ...brought })}
            lang={into.language === language ? undefined : into.language}
          >
            {t("posting.reply.goOn", { title: into.title })}
          </ButtonLink>
        )}
        {back && (
          <ButtonLink variant="secondary" href={back.href}>
            {back.label}
          </ButtonLink>
        )}
        {isKept && (
          <ButtonLink variant="quiet" href={pathTo(language, "forumDrafts")}>
            {t("posting.drafts.title")}
          </ButtonLink>
        )}
      </p>
      {values.body !== "" && <KeptText text={[values.title, values.body].filter(Boolean).join("\n\n")} label={t("posting.reply.copy")} />}
    </div>
  );
}

/** A text that can be read and copied, but not changed. */
export function KeptText({ text, label, id = "kept-text" }: { text: string; label: string; id?: string }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea className="input" id={id} rows={8} readOnly defaultValue={text} />
    </div>
  );
}
