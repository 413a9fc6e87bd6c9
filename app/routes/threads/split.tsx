import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DestinationChoice } from "~/features/forums/components/destination-choice";
import { KeepingPage } from "~/features/forums/components/keeping-page";
import { SplitPosts } from "~/features/forums/components/split-posts";
import { getForSplitting } from "~/features/forums/keeping-queries.server";
import { splitSchema } from "~/features/forums/keeping-schema.server";
import { limits } from "~/features/forums/limits";
import { splitThread } from "~/features/forums/thread-splitting.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, numberIn } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const page = numberIn(new URL(args.request.url), "page") ?? 1;
  return json({ thread: await getForSplitting(requireActor(args), args.context.language, idParam(args.params), page) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const fields = {
    "threads.errors.start": "posts",
    "threads.errors.onlyRemoved": "posts",
    "threads.errors.border": "category",
    "threads.errors.wider": "category",
  };
  const form = await attempt(args.request, splitSchema, (split) => splitThread(actor, id, split), fields);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "thread", form.result), { headers: await flash("threads.flash.split") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.split.title")),
  { name: "robots", content: "noindex" },
];

export default function ThreadSplitPage() {
  const { thread } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug, categoryId } = thread;
  const labels = { posts: t("threads.split.posts"), title: t("threads.split.name"), category: t("threads.split.category") };

  return (
    <KeepingPage thread={thread} title={t("threads.split.title")} lead={t("threads.split.lead")}>
      <FormErrors errors={sent?.errors} labels={labels} />
      <form className="form" method="post" noValidate>
        <SplitPosts
          thread={thread}
          chosen={[sent?.values.posts ?? []].flat()}
          isRest={sent?.values.rest === "yes"}
          errors={sent?.errors.posts}
        />
        <Field
          name="title"
          label={labels.title}
          defaultValue={String(sent?.values.title ?? "")}
          errors={sent?.errors.title}
          maxLength={limits.title}
          required
        />
        <DestinationChoice
          legend={labels.category}
          destinations={thread.destinations}
          chosen={sent?.values.category ?? categoryId}
          errors={sent?.errors.category}
        />
        <div className="button-row">
          <Button>{t("threads.split.submit")}</Button>
          <ButtonLink variant="quiet" href={pathTo(language, "thread", { id, slug })}>
            {t("threads.cancel")}
          </ButtonLink>
        </div>
      </form>
    </KeepingPage>
  );
}
