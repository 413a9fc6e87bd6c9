import { useLocation, useRouteLoaderData } from "@remix-run/react";

import { ClientDataWarning as ClientDataBox } from "~/features/confidentiality/components/client-data-warning";
import type { ClientDataWarning } from "~/features/confidentiality/warning";
import type { ComposerValues } from "~/features/forums/composer-values";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field, Select } from "~/ui/field";
import { describedBy, FieldErrors, fieldClass, fieldId, type Option } from "~/ui/field-parts";
import { FormErrors as Faults } from "~/ui/form-errors";
import { Time } from "~/ui/time";

import { ComposerMore } from "./composer-more";
import { composerWords } from "./composer-words";

export type ComposerProps = {
  /** Where it is sent. */
  action: string;
  values: ComposerValues;
  errors?: FormErrors | undefined;
  /** What might let a client be known, where the form came back for that. */
  clientData?: ClientDataWarning | null | undefined;
  /** What a new thread may be about. */
  topics?: Option[];
  /** When the draft was saved that stands in the form. */
  savedAt?: string | null;
  /** The post that is answered, to say so. */
  answering?: { number: number; name: string | null } | null;
  /** What the text and its button are called, where that is not what they are called for all of this kind. */
  words?: { body: string; send: string };
  /** Where one goes who does not want to write after all. */
  close?: { href: string; label: string };
};

/** The form in which a post is written. It works as it is; app/browser/composer.ts adds the toolbar, the preview, the names and the draft. */
export function Composer(props: ComposerProps) {
  const t = useTranslation();
  const language = useLanguage();
  const { pathname } = useLocation();
  const { action, values, errors = {}, savedAt = null } = props;
  const { kind } = values;
  const labels = {
    title: t("posting.composer.title"),
    body: props.words?.body ?? t(`posting.composer.body.${kind}`),
    files: t("posting.composer.files"),
  };

  return (
    <div className="composer-frame">
      <form
        className="composer form"
        id="composer"
        method="post"
        action={action}
        encType="multipart/form-data"
        {...useWiring(values, savedAt)}
      >
        <Faults errors={errors} labels={labels} />
        {props.clientData && <ClientDataBox warning={props.clientData} written={values.language} change={`#${fieldId("body")}`} />}
        <Hidden values={values} to={action} />
        {kind === "THREAD" && (
          <Field
            name="title"
            label={labels.title}
            hint={t("posting.composer.titleHint")}
            defaultValue={values.title}
            errors={errors.title}
            autoComplete="off"
            required
          />
        )}
        <Body {...props} label={labels.body} />
        <div className="composer-options">
          <Select
            name="language"
            label={t("posting.composer.language")}
            options={[
              { value: "en", label: t("accounts.english") },
              { value: "fr", label: t("accounts.french") },
            ]}
            defaultValue={values.language}
            errors={errors.language}
          />
          <Field
            name="files"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,application/pdf"
            multiple
            label={labels.files}
            hint={t("posting.composer.filesHint")}
            errors={errors.files}
          />
        </div>
        <ComposerMore {...props} />
        <div className="button-row composer-send">
          <Button>{props.words?.send ?? t(`posting.composer.send.${kind}`)}</Button>
          <Button variant="secondary" formAction={pathTo(language, "forumPreview")} formNoValidate>
            {t("posting.composer.preview")}
          </Button>
          {props.close && (
            <a className="button button-quiet" href={props.close.href} data-composer-close>
              {props.close.label}
            </a>
          )}
        </div>
        <p className="composer-status" role="status">
          {savedAt && (
            <>
              {t("posting.composer.draft")} <Time at={savedAt} withTime />
            </>
          )}
        </p>
      </form>
      {savedAt && (
        <form className="composer-discard" method="post" action={pathTo(language, "postDraftRemoval", { id: values.id })}>
          <input type="hidden" name="to" value={pathname} />
          <Button variant="quiet" small>
            {t("posting.composer.discard")}
          </Button>
        </form>
      )}
    </div>
  );
}

/** The addresses and words that the script needs. */
function useWiring({ id, kind, category, thread, contribution, post }: ComposerValues, savedAt: string | null) {
  const t = useTranslation();
  const language = useLanguage();
  const root = useRouteLoaderData("root") as { viewer?: { id: string } | null } | undefined;

  return {
    "data-composer": "",
    "data-draft": pathTo(language, "postDraft", { id }),
    "data-removal": pathTo(language, "postDraftRemoval", { id }),
    "data-saved": savedAt ?? "",
    // What the browser calls its own copy: nobody else is offered it at a shared computer.
    "data-copy": root?.viewer ? [root.viewer.id, kind, category || thread || contribution || post].join(":") : "",
    "data-preview": pathTo(language, "forumPreview"),
    "data-similar": pathTo(language, "similarThreads"),
    "data-names": pathTo(language, "mentionable"),
    "data-links": pathTo(language, "linkable"),
    "data-attachments": pathTo(language, "attachments"),
    "data-words": JSON.stringify(composerWords(t)),
  };
}

const hidden = ["id", "kind", "category", "thread", "contribution", "post", "sequence", "version", "replyTo"] as const;

function Hidden({ values, to }: { values: ComposerValues; to: string }) {
  return (
    <>
      {hidden.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      <input type="hidden" name="to" value={to} />
    </>
  );
}

function Body({ values, errors = {}, answering, label }: ComposerProps & { label: string }) {
  const t = useTranslation();
  const name = answering?.name;

  return (
    <div className={fieldClass(errors.body)} id={fieldId("body")} tabIndex={-1}>
      <label className="field-label" htmlFor="composer-body">
        {label}
      </label>
      {answering && (
        <p className="composer-answering">
          {name
            ? t("posting.composer.answering", { number: answering.number, name })
            : t("posting.composer.answeringNobody", { number: answering.number })}
        </p>
      )}
      <div className="field-hint composer-guidance" id={`${fieldId("body")}-hint`}>
        <p>
          <strong>{t("posting.composer.guidance")}</strong> {t("posting.composer.markdown")}
        </p>
      </div>
      <FieldErrors name="body" errors={errors.body} />
      <textarea
        className="input"
        id="composer-body"
        name="body"
        rows={values.kind === "REPLY" ? 8 : 14}
        defaultValue={values.body}
        aria-describedby={describedBy("body", true, errors.body)}
        aria-invalid={errors.body?.length ? true : undefined}
      />
    </div>
  );
}
