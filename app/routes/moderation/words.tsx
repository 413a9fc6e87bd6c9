import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { WatchedWords } from "~/features/moderation/components/watched-words";
import { watchedWordSchema } from "~/features/moderation/held-schema.server";
import { limits } from "~/features/moderation/limits";
import { addWatchedWord, listWatchedWords } from "~/features/moderation/watched-words.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export const headers = formHeaders;

export const loader = async (args: LoaderFunctionArgs) => json({ words: await listWatchedWords(requireActor(args)) });

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const faults = ["empty", "known", "tooMany"].map((fault) => [`holds.words.errors.${fault}`, "word"]);
  const sent = await attempt(args.request, watchedWordSchema, ({ word }) => addWatchedWord(actor, word), Object.fromEntries(faults));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "watchedWords"), { headers: await flash("holds.flash.wordAdded") });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("holds.words.title")),
  { name: "robots", content: "noindex" },
];

export default function WatchedWordsPage() {
  const { words } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("holds.words.back"), href: pathTo(language, "moderation") }, { label: t("holds.words.title") }]} />
      <div className="page page-reading stack stack-large">
        <FormErrors errors={errors} labels={{ word: t("holds.words.word") }} />
        <PageHeader title={t("holds.words.title")} lead={t("holds.words.lead")} />
        <form className="form" method="post" action={pathTo(language, "watchedWords")}>
          <Field
            name="word"
            label={t("holds.words.word")}
            hint={t("holds.words.wordHint")}
            errors={errors?.word}
            defaultValue={String(values?.word ?? "")}
            maxLength={limits.watchedWord}
            autoComplete="off"
            required
          />
          <Button>{t("holds.words.add")}</Button>
        </form>
        <WatchedWords words={words} />
      </div>
    </>
  );
}
