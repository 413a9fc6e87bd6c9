import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdoptionFacts } from "~/features/adoption/components/adoption-facts";
import { AdoptionHistory, DayForm } from "~/features/adoption/components/adoption-history";
import { AdoptionNotices } from "~/features/adoption/components/adoption-notices";
import { ManageAdoption } from "~/features/adoption/components/manage-adoption";
import { isToCome, pastDay } from "~/features/adoption/filters";
import { getAdoption } from "~/features/adoption/page.server";
import { sinceOn, stateOn } from "~/features/adoption/standing";
import { today } from "~/features/adoption/today";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const [page, { provinces, settings, populations }] = await Promise.all([
    getAdoption(practiceKind, viewer, language, idParam(params)),
    listVocabularies(language),
  ]);
  const now = today();
  const asked = new URL(request.url).searchParams.get("on");
  const past = pastDay(asked, now);
  const day = past ?? now;
  return json({
    page,
    today: now,
    past,
    day,
    isToCome: isToCome(asked, now),
    state: stateOn(page.events, day),
    since: sinceOn(page.events, day),
    options: { province: provinces, setting: settings, population: populations },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { organization, guide, isNamed } = data.page;
  return [
    pageTitle(location.pathname, () => `${organization.name} — ${guide?.title ?? ""}`),
    ...(isNamed && !data.past ? [] : [{ name: "robots", content: "noindex" }]),
  ];
};

export default function AdoptionPage() {
  const { page, state, since, day, past, today: newest, isToCome, options } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("adoption.list.title"), href: pathTo(language, "adoptions") }, { label: page.organization.name }]} />
      <div className="page page-reading">
        <PageHeader eyebrow={t("adoption.page.eyebrow")} title={page.organization.name} lead={page.guide?.title} />
        <AdoptionNotices page={page} now={state} day={day} past={past} isToCome={isToCome} />
        {state && <AdoptionFacts page={page} now={state} since={since} options={options} />}
        {page.mayChange && page.last.verb !== "WITHDRAWN" && !past && <ManageAdoption page={page} />}
        <section className="stack" aria-labelledby="history">
          <h2 id="history">{t("adoption.page.history")}</h2>
          <AdoptionHistory events={page.events} />
        </section>
        <DayForm id={page.id} day={past ?? ""} today={newest} />
      </div>
    </>
  );
}
