import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PersonFacts } from "~/features/people/components/person-facts";
import { PersonHead } from "~/features/people/components/person-head";
import { PersonConcerns } from "~/features/moderation/components/person-concerns";
import { may } from "~/features/moderation/policy";
import { ViewedAs } from "~/features/people/components/viewed-as";
import { getPerson, previews } from "~/features/people/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Notice } from "~/ui/notice";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const wanted = new URL(request.url).searchParams.get("as");
  const as = previews.find((preview) => preview === wanted) ?? null;

  const person = await getPerson(viewer, language, param(params, "slug"), as);
  const isOther = viewer !== null && !person.isOwn;
  return json({ person, as, concerns: isOther ? { mayFlag: may.flag(viewer) } : null });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  data
    ? [
        pageTitle(location.pathname, () => data.person.name),
        ...(data.person.position ? [{ name: "description", content: data.person.position }] : []),
        ...(data.person.isPublic ? [] : [{ name: "robots", content: "noindex" }]),
      ]
    : [];

export default function PersonPage() {
  const { person, as, concerns } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("people.list.title"), href: pathTo(language, "people") }, { label: person.name }]} />
      <article className="page">
        {person.isHiddenByModeration && (
          <Notice kind="warning" title={t("hiding.profile.title")}>
            <p>{t("hiding.profile.lead")}</p>
            <p>
              <a href={pathTo(language, "ownModeration")}>{t("hiding.profile.why")}</a>
            </p>
          </Notice>
        )}
        {person.isOwn && <ViewedAs person={person} as={as} />}
        {person.isHidden ? (
          <PageHeader title={person.name} />
        ) : (
          <>
            <PersonHead person={person} />
            <PersonFacts person={person} />
            {concerns && <PersonConcerns person={person} mayFlag={concerns.mayFlag} />}
          </>
        )}
      </article>
    </>
  );
}
