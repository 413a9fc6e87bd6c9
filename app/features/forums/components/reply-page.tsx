import type { getAroundReply, getForReply } from "~/features/forums/composing.server";
import type { PostAgain } from "~/features/forums/refused-post.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

import { ClosedPlace } from "./closed-place";
import { Composer } from "./composer";
import { ComposingPage, useThreadCrumb } from "./composing-page";

type Page = Awaited<ReturnType<typeof getForReply>>;
type Around = NonNullable<Awaited<ReturnType<typeof getAroundReply>>>;
type Props = { page: Page | null; sent: (PostAgain & { around: Around | null }) | undefined };

/** The page on which a reply is written, as it was opened or as it comes back. */
export function ReplyPage({ page, sent }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const crumbOf = useThreadCrumb();
  const around = sent ? sent.around : page;
  const thread = around?.thread;
  const title = thread?.title ? t("posting.reply.title", { title: thread.title }) : t("posting.reply.hidden");
  const category = around && { label: around.category.name, href: pathTo(language, "category", { slug: around.category.slug }) };
  const closed = sent ? sent.closed : page?.closed ? `posting.closed.${page.closed}` : null;
  const again = sent ?? (page && { closed, isKept: page.savedAt !== null, values: page.values, errors: {} });

  return (
    <ComposingPage
      title={title}
      short={t("posting.reply.short")}
      within={thread ? [category, ...(thread.title ? [crumbOf(thread)] : [])] : []}
    >
      {again && closed && (
        <ClosedPlace
          again={{ ...again, closed }}
          into={around?.into ?? null}
          back={thread && !thread.isRemoved ? { href: crumbOf(thread).href, label: t("posting.reply.back") } : null}
        />
      )}
      {again && !closed && around && <Form {...{ page, around, again, isSent: sent !== undefined }} />}
    </ComposingPage>
  );
}

type FormProps = { page: Page | null; around: Page | Around; again: Pick<PostAgain, "values" | "errors" | "clientData">; isSent: boolean };

function Form({ page, around, again: { values, errors, clientData }, isSent }: FormProps) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug } = around.thread;
  const newThread = pathTo(language, "newThread", { slug: around.category.slug });

  return (
    <>
      {around.isOld && (
        <Notice kind="warning">
          <p>
            {t("posting.reply.old")} {around.mayStart && <a href={newThread}>{t("posting.reply.startNew")}</a>}
          </p>
        </Notice>
      )}
      <Composer
        action={pathTo(language, "reply", { id, slug })}
        values={values}
        errors={errors}
        clientData={clientData}
        savedAt={isSent ? null : (page?.savedAt ?? null)}
        answering={around.answering}
        close={{ href: pathTo(language, "thread", { id, slug }), label: t("posting.composer.cancel") }}
      />
    </>
  );
}
