import { type ActionFunctionArgs, json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { Composer } from "~/features/forums/components/composer";
import { ComposingPage } from "~/features/forums/components/composing-page";
import { previewPost } from "~/features/forums/preview.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Prose } from "~/ui/prose";

/** The script of the form asks here too, for the drawn text alone. */
export const handle = { answersInJson: true };

export const headers = formHeaders;

export async function loader({ context: { language } }: ActionFunctionArgs) {
  const { topics } = await listVocabularies(language);
  return json({ topics });
}

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const { init, ...preview } = await previewPost(args.request, requireActor(args), language);
  return json({ ...preview, to: ownPath(preview.to, pathTo(language, "forums")) }, init);
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("posting.preview.title")),
  { name: "robots", content: "noindex" },
];

export default function PreviewPage() {
  const { topics } = useLoaderData<typeof loader>();
  const preview = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  if (!preview) {
    return (
      <ComposingPage title={t("posting.preview.title")}>
        <p>
          {t("posting.preview.nothing")} <a href={pathTo(language, "forums")}>{t("forums.title")}</a>
        </p>
      </ComposingPage>
    );
  }
  const { html, values, faults, to, clientData } = preview;

  return (
    <ComposingPage title={t("posting.preview.title")} lead={t("posting.preview.lead")}>
      {html && (
        <section className="preview-shown" aria-labelledby="preview-shown">
          <h2 id="preview-shown">{t("posting.preview.shown")}</h2>
          {values.title && <p className="written-title">{values.title}</p>}
          <Prose html={html} lang={values.language === language ? undefined : values.language} />
        </section>
      )}
      <section className="stack" aria-labelledby="preview-go-on">
        <h2 id="preview-go-on">{t("posting.preview.goOn")}</h2>
        <Composer action={to} values={values} errors={faults} clientData={clientData} topics={topics} />
      </section>
    </ComposingPage>
  );
}
