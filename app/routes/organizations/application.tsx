import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { getOwnApplication } from "~/features/organizations/application-queries.server";
import { ApplicationState } from "~/features/organizations/components/own-applications";
import { alternatesOf } from "~/features/organizations/organization-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { Time } from "~/ui/time";

export async function loader(args: LoaderFunctionArgs) {
  const { slugs, ...own } = await getOwnApplication(requireActor(args), args.context.language, param(args.params, "slug"));
  return json({ own, alternates: alternatesOf("organizationApplication", slugs) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("applications.own.title", { name: data?.own.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function ApplicationPage() {
  const { own } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { name, slug, answer, message, note, askedAt, status } = own;
  const title = t("applications.own.title", { name });
  const isPublic = status !== "APPLIED" && status !== "DECLINED";

  return (
    <>
      <Breadcrumbs
        steps={[{ label: t("applications.new.title"), href: pathTo(language, "newOrganization") }, { label: t("applications.own.crumb") }]}
      />
      <div className="page page-narrow stack stack-large">
        <PageHeader title={title} lead={t(`applications.own.text.${answer ?? "WAITING"}`)}>
          <p className="cluster">
            <ApplicationState answer={answer} />
            <span className="field-hint">
              {t("applications.own.asked")} <Time at={askedAt} withTime />
            </span>
          </p>
        </PageHeader>
        {note && <Said title={t("applications.own.reason")} text={note} />}
        <Said title={t("applications.own.said")} text={message} />
        <div className="button-row">
          {isPublic && (
            <ButtonLink variant="secondary" href={pathTo(language, "organization", { slug })}>
              {t("applications.own.toOrganization")}
            </ButtonLink>
          )}
          {answer === null && (
            <form method="post" action={pathTo(language, "organizationApplicationWithdrawal", { slug })}>
              <Button variant="secondary">{t("applications.own.withdraw")}</Button>
            </form>
          )}
          {(answer === "DECLINED" || answer === "WITHDRAWN") && (
            <ButtonLink
              variant="secondary"
              href={status === "LISTED" ? pathTo(language, "organizationClaim", { slug }) : pathTo(language, "newOrganization")}
            >
              {t("applications.own.again")}
            </ButtonLink>
          )}
        </div>
      </div>
    </>
  );
}

const Said = ({ title, text }: { title: string; text: string }) => (
  <section className="stack stack-small">
    <h2>{title}</h2>
    <blockquote className="quoted">{text}</blockquote>
  </section>
);
