import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { readersOf } from "~/features/forums/components/destination-choice";
import { KeepingPage } from "~/features/forums/components/keeping-page";
import { ThreadSearch } from "~/features/forums/components/thread-search";
import { getForMerging } from "~/features/forums/keeping-queries.server";
import { mergingSchema } from "~/features/forums/keeping-schema.server";
import { mergeThread } from "~/features/forums/thread-merging.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const sought = (searchParams.get("q") ?? "").slice(0, 300).replaceAll("\0", "");
  const into = searchParams.get("into");
  return json({ sought, thread: await getForMerging(actor, args.context.language, idParam(args.params), { sought, into }) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await attempt(args.request, mergingSchema, ({ into }) => mergeThread(actor, id, into));
  if (form.again) return json(form.again, form.init);

  const place = { id: form.data.into, slug: form.result.slug };
  return redirect(pathTo(args.context.language, "thread", place), { headers: await flash("threads.flash.merged") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.merge.title")),
  { name: "robots", content: "noindex" },
];

export default function ThreadMergerPage() {
  const { thread, sought } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <KeepingPage thread={thread} title={t("threads.merge.title")} lead={t("threads.merge.lead")}>
      <FormErrors errors={sent?.errors} />
      {thread.into ? <Confirmation into={thread.into} /> : <ThreadSearch thread={thread} sought={sought} />}
    </KeepingPage>
  );
}

function Confirmation({ into }: { into: NonNullable<Awaited<ReturnType<typeof getForMerging>>["into"]> }) {
  const { thread } = useLoaderData<typeof loader>();
  const { id, slug } = thread;
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <div className="stack prose">
        <h2>{t("threads.merge.confirm", { title: thread.title, into: into.title })}</h2>
        <ul>
          <li>{t("threads.merge.moves", { count: thread.posts })}</li>
          <li>{t("threads.merge.follows")}</li>
          <li>{t("threads.merge.forGood")}</li>
        </ul>
      </div>
      {into.change !== "same" && <Notice kind="warning">{readersOf(t, into)}</Notice>}
      <form method="post" className="button-row">
        <input type="hidden" name="into" value={into.id} />
        <Button variant="danger">{t("threads.merge.submit")}</Button>
        <ButtonLink variant="secondary" href={pathTo(language, "threadMerger", { id, slug })}>
          {t("threads.merge.other")}
        </ButtonLink>
        <ButtonLink variant="quiet" href={pathTo(language, "thread", { id, slug })}>
          {t("threads.cancel")}
        </ButtonLink>
      </form>
    </>
  );
}
