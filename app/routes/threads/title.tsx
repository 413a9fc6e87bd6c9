import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { KeepingPage } from "~/features/forums/components/keeping-page";
import { getForRenaming } from "~/features/forums/keeping-queries.server";
import { renamingSchema } from "~/features/forums/keeping-schema.server";
import { limits } from "~/features/forums/limits";
import { RENAMED, renameThread } from "~/features/forums/thread-renaming.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Checkboxes, Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const thread = await getForRenaming(requireActor(args), language, idParam(args.params));
  return json({ thread, topics: (await listVocabularies(language)).topics });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const fields = { [RENAMED]: "title", "holds.error.titleWatched": "title", "threads.errors.topic": "topics" };
  const form = await attempt(args.request, renamingSchema, (input) => renameThread(actor, id, input), fields);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "thread", { id, slug: form.result.slug }), {
    headers: await flash("threads.flash.renamed"),
  });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.rename.title")),
  { name: "robots", content: "noindex" },
];

export default function ThreadTitlePage() {
  const { thread, topics } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <KeepingPage thread={thread} title={t("threads.rename.title")} lead={t("threads.rename.lead")}>
      <FormErrors errors={sent?.errors} labels={{ title: t("threads.rename.name"), topics: t("threads.rename.topics") }} />
      <form className="form" method="post" noValidate>
        {/* After a refusal the page shows the title of now above the form: whoever saves again has seen it. */}
        <input type="hidden" name="before" value={thread.title} />
        <Field
          name="title"
          label={t("threads.rename.name")}
          defaultValue={String(sent?.values.title ?? thread.title)}
          errors={sent?.errors.title}
          maxLength={limits.title}
          lang={thread.language}
          required
        />
        <Checkboxes
          name="topics"
          legend={t("threads.rename.topics")}
          hint={t("threads.rename.topicsHint")}
          options={topics}
          defaultValues={sent ? [sent.values.topics ?? []].flat() : thread.topics}
          errors={sent?.errors.topics}
          className="choice-list-columns"
        />
        <div className="button-row">
          <Button>{t("threads.rename.submit")}</Button>
          <ButtonLink variant="quiet" href={pathTo(language, "thread", { id: thread.id, slug: thread.slug })}>
            {t("threads.cancel")}
          </ButtonLink>
        </div>
      </form>
    </KeepingPage>
  );
}
