import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ClaimList } from "~/features/claims/components/claim-list";
import { getClaims } from "~/features/claims/shown.server";
import { versionNames } from "~/features/claims/version-names.server";
import { SummaryPreview } from "~/features/evidence/components/summary-preview";
import { kindAt } from "~/features/library/kinds.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { choiceLabels } from "~/features/publishing/choice-labels.server";
import { CompareForm } from "~/features/publishing/components/compare-form";
import { Diff } from "~/features/publishing/components/diff";
import { RevisionLine } from "~/features/publishing/components/revision-list";
import { WrittenText } from "~/features/publishing/components/written-text";
import { getRevision } from "~/features/publishing/history.server";
import { listOf } from "~/features/publishing/kind-shape";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { numberIn, numberParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const actor = requireActor(args);
  const since = numberIn(new URL(args.request.url), "since");
  const number = numberParam(args.params, "number");
  const [revision, labels] = await Promise.all([
    getRevision(kind, actor, language, param(args.params, "slug"), number, since),
    choiceLabels(kind, language),
  ]);
  const [claims, versions] = await Promise.all([getClaims(actor, language, revision.own), versionNames(actor, language, revision.changes)]);
  return json({
    revision,
    claims,
    labels: { ...labels, ...versions },
    asked: since ?? number - 1,
    alternates: workAlternates(kind.name, language, revision.slug),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(
    location.pathname,
    (t) => `${t("reviews.revision.title", { number: data?.revision.number ?? "" })} — ${data?.revision.title ?? ""}`,
  ),
];

export default function RevisionPage() {
  const { revision, claims, labels, asked } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const { slug, number, since } = revision;
  const history = pathTo(language, `${kind}History`, { slug });
  const title = t("reviews.revision.title", { number });

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(word("practices.list.title")), href: pathTo(language, listOf[kind]) },
          { label: revision.title, href: pathTo(language, kind, { slug }) },
          { label: t("reviews.history.title"), href: history },
          { label: title },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={revision.title} title={title}>
          <RevisionLine revision={revision} />
        </PageHeader>
        {revision.may.restore && (
          <form className="button-row" method="post" action={pathTo(language, `${kind}Restoration`, { slug, number })}>
            <Button variant="secondary">{t("reviews.revision.restore")}</Button>
            <p className="field-hint">{t("reviews.revision.restoreHint")}</p>
          </form>
        )}
        <section className="stack" aria-labelledby="changes">
          <h2 id="changes">{since === null ? t("reviews.history.changes") : t("reviews.revision.changes", { number: since })}</h2>
          {since !== null && <Diff changes={revision.changes} labels={labels} />}
          {since === null && <p>{asked === 0 ? t("reviews.revision.first") : t("reviews.revision.unknown")}</p>}
          {number > 1 && <CompareForm since={since} />}
        </section>
        <section className="stack" aria-labelledby="text">
          <h2 id="text">{t("reviews.revision.text")}</h2>
          <WrittenText text={revision}>
            {kind === "summary" ? <SummaryPreview own={revision.own} slug={slug} /> : <ClaimList claims={claims} html={revision.html} />}
          </WrittenText>
        </section>
        <p>
          <a href={history}>{t("reviews.revision.back")}</a>
        </p>
      </div>
    </>
  );
}
