import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { getPlainWork } from "~/features/publishing/work.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { listOf } from "~/features/publishing/kind-shape";
import { limits } from "~/features/publishing/limits";
import { retirementSchema } from "~/features/publishing/schema.server";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { authorize, refusalOf } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { type FormErrors as Errors, type FormValues, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { Field, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const work = await getPlainWork(kind, requireActor(args), language, param(args.params, "slug"));
  if (work.outcome === "moved") throw redirect(pathTo(language, `${kind.name}Retirement`, { slug: work.slug }));
  if (work.outcome === "retired") throw redirect(pathTo(language, kind.name, { slug: param(args.params, "slug") }));
  authorize(work.may.retire);

  const { slug, text } = work;
  return json({
    slug,
    title: text.title,
    origin: new URL(args.request.url).origin,
    alternates: workAlternates(kind.name, language, slug),
  });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const { data, errors, values } = await parseForm(args.request, retirementSchema);
  if (errors) return again(errors, values, 422);

  try {
    await retireContribution(kind, actor, language, slug, data);
  } catch (error) {
    return again({ successor: [await refusalOf(error, 422)] }, values, 422);
  }
  return redirect(pathTo(language, kind.name, { slug }), { headers: await flash("practices.retirement.done") });
}

/** The form as it was sent, with what is wrong with it. */
const again = (errors: Errors, values: FormValues, status: number) => json({ errors, values }, { status });

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("practices.retirement.title")} — ${data?.title ?? ""}`),
];

export default function RetirementPage() {
  const { slug, title, origin } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const guide = pathTo(language, kind, { slug });
  const words = { reason: t("practices.retirement.reason"), successor: t("practices.retirement.successor") };

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(word("practices.list.title")), href: pathTo(language, listOf[kind]) },
          { label: title, href: guide },
          { label: t("practices.retirement.title") },
        ]}
      />
      <div className="page page-narrow">
        <FormErrors errors={errors} labels={words} />
        <PageHeader eyebrow={title} title={t("practices.retirement.title")} lead={t("practices.retirement.lead")} />
        <form className="form" method="post">
          <TextArea
            name="reason"
            label={words.reason}
            hint={t("practices.retirement.reasonHint")}
            errors={errors?.reason}
            defaultValue={values?.reason}
            maxLength={limits.comment}
            required
          />
          <Field
            name="successor"
            label={words.successor}
            hint={t("practices.retirement.successorHint", {
              example: origin + pathTo(language, kind, { slug: t(word("practices.retirement.exampleSlug")) }),
            })}
            errors={errors?.successor}
            defaultValue={values?.successor}
            maxLength={300}
          />
          <div className="button-row">
            <Button variant="danger">{t("practices.retirement.submit")}</Button>
            <ButtonLink variant="quiet" href={guide}>
              {t("practices.retirement.cancel")}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  );
}
