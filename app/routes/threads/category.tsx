import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DestinationChoice } from "~/features/forums/components/destination-choice";
import { KeepingPage } from "~/features/forums/components/keeping-page";
import { getForMoving } from "~/features/forums/keeping-queries.server";
import { movingSchema } from "~/features/forums/keeping-schema.server";
import { moveThread } from "~/features/forums/thread-moving.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  return json({ thread: await getForMoving(requireActor(args), args.context.language, idParam(args.params)) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await attempt(args.request, movingSchema, ({ category }) => moveThread(actor, id, category));
  if (form.again) return json(form.again, form.init);

  const slug = param(args.params, "slug");
  return redirect(pathTo(args.context.language, "thread", { id, slug }), { headers: await flash("threads.flash.moved") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.move.title")),
  { name: "robots", content: "noindex" },
];

export default function ThreadCategoryPage() {
  const { thread } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const back = pathTo(useLanguage(), "thread", { id: thread.id, slug: thread.slug });

  return (
    <KeepingPage thread={thread} title={t("threads.move.title")} lead={t("threads.move.lead")}>
      <p>
        {t("threads.move.now", { category: thread.category })}
        <br />
        {t("threads.seenBy", { who: t(`threads.circle.${thread.seenBy}`) })}
      </p>
      {thread.destinations.length === 0 ? (
        <EmptyState title={t("threads.move.nowhere")}>
          <p>{t("threads.move.nowhereHint")}</p>
          <p>
            <a href={back}>{t("threads.cancel")}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <FormErrors errors={sent?.errors} labels={{ category: t("threads.move.category") }} />
          <form className="form" method="post" noValidate>
            <DestinationChoice
              legend={t("threads.move.category")}
              destinations={thread.destinations}
              chosen={sent?.values.category}
              errors={sent?.errors.category}
            />
            <div className="button-row">
              <Button>{t("threads.move.submit")}</Button>
              <ButtonLink variant="quiet" href={back}>
                {t("threads.cancel")}
              </ButtonLink>
            </div>
          </form>
        </>
      )}
    </KeepingPage>
  );
}
