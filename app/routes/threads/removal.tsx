import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { KeepingPage } from "~/features/forums/components/keeping-page";
import { getForRemoval } from "~/features/forums/keeping-queries.server";
import { removeThread } from "~/features/forums/thread-keeping.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  return json({ thread: await getForRemoval(requireActor(args), args.context.language, idParam(args.params)) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  await parseForm(args.request, noFields);
  await removeThread(actor, idParam(args.params));
  return redirect(pathTo(args.context.language, "forums"), { headers: await flash("threads.flash.removed") });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.removal.title")),
  { name: "robots", content: "noindex" },
];

export default function ThreadRemovalPage() {
  const { thread } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <KeepingPage thread={thread} title={t("threads.removal.title")} lead={t("threads.removal.lead", { count: thread.posts })}>
      <p>{t("threads.removal.keepers")}</p>
      <form method="post" className="button-row">
        <Button variant="danger">{t("threads.removal.submit")}</Button>
        <ButtonLink variant="quiet" href={pathTo(language, "thread", { id: thread.id, slug: thread.slug })}>
          {t("threads.cancel")}
        </ButtonLink>
      </form>
    </KeepingPage>
  );
}
