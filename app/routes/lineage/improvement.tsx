import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect, type SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { getForImprovement, offerImprovement } from "~/features/lineage/improvement.server";
import { improvementSchema } from "~/features/lineage/schema.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { Words } from "~/features/publishing/components/diff";
import { limits } from "~/features/publishing/limits";
import { workAlternates } from "~/features/publishing/work-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const page = await getForImprovement(practiceKind, requireActor(args), language, param(args.params, "slug"));
  return json({ ...page, alternates: workAlternates("practice", language, page.slug) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await attempt(args.request, improvementSchema, (data) => offerImprovement(practiceKind, actor, language, slug, data), {
    "upstream.error.notOffered": "sections",
  });
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "practice", { slug }), { headers: await flash("upstream.improvement.done") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("upstream.improvement.title")} — ${data?.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

type Page = SerializeFrom<typeof loader>;

export default function ImprovementPage() {
  const { slug, title, original, sections } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const labels = { sections: t("upstream.improvement.sections"), note: t("upstream.improvement.note") };
  const edition = pathTo(language, "practice", { slug });

  return (
    <div className="page page-reading">
      <Breadcrumbs steps={[{ label: title, href: edition }, { label: t("upstream.improvement.title") }]} />
      <FormErrors errors={errors} labels={labels} />
      <PageHeader
        eyebrow={title}
        title={t("upstream.improvement.title")}
        lead={t("upstream.improvement.lead", { title: original.title })}
      />
      {sections.length === 0 ? (
        <EmptyState title={t("upstream.improvement.nothing")}>
          <ButtonLink href={edition}>{t("upstream.improvement.back")}</ButtonLink>
        </EmptyState>
      ) : (
        <form className="form" method="post" noValidate>
          <fieldset className="stack" id="sections" aria-invalid={errors?.sections ? true : undefined}>
            <legend className="field-label">{labels.sections}</legend>
            {sections.map((section, index) => (
              <Offer key={section.key} section={section} index={index} isChosen={values?.sections?.includes(section.key) === true} />
            ))}
          </fieldset>
          <TextArea
            name="note"
            label={labels.note}
            hint={t("upstream.improvement.noteHint")}
            errors={errors?.note}
            defaultValue={values?.note}
            maxLength={limits.reason}
          />
          <p className="field-hint">{t("upstream.improvement.after")}</p>
          <div className="button-row">
            <Button>{t("upstream.improvement.submit")}</Button>
            <ButtonLink variant="quiet" href={edition}>
              {t("upstream.improvement.back")}
            </ButtonLink>
          </div>
        </form>
      )}
    </div>
  );
}

/** A section that is other than in the original, with the difference. */
function Offer({
  section: { key, heading, kind, isWaiting, changes },
  index,
  isChosen,
}: {
  section: Page["sections"][number];
  index: number;
  isChosen: boolean;
}) {
  const t = useTranslation();

  return (
    <div className="form-section">
      <div className="choice">
        <input type="checkbox" id={`section-${index}`} name="sections" value={key} defaultChecked={isChosen} disabled={isWaiting} />
        <label htmlFor={`section-${index}`}>
          {heading}{" "}
          <span className="field-hint">{t(isWaiting ? "upstream.improvement.waiting" : `upstream.improvement.kinds.${kind}`)}</span>
        </label>
      </div>
      <details className="disclosure">
        <summary>
          {t("upstream.improvement.read")} <span className="visually-hidden">{heading}</span>
        </summary>
        <Words pieces={changes} />
      </details>
    </div>
  );
}
