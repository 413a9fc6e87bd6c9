import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireProof } from "~/features/accounts/require-actor.server";
import { handOverAdoptions } from "~/features/adoption/changing.server";
import { handOverSpaces } from "~/features/forums/category.server";
import { getForMerger, searchOrganizations } from "~/features/organizations/administration.server";
import { mergerSchema } from "~/features/organizations/application-schema.server";
import { OrganizationSearch } from "~/features/organizations/components/organization-search";
import { ReasonForm } from "~/features/organizations/components/reason-form";
import { type HandOver, mergeOrganization } from "~/features/organizations/merging.server";
import { handOverContributions } from "~/features/publishing/hand-over.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const { searchParams } = new URL(args.request.url);
  const sought = (searchParams.get("q") ?? "").slice(0, 300);
  const { status, name, counts, into } = await getForMerger(actor, language, id, searchParams.get("into"));
  if (status !== "MEMBER" && status !== "CLOSED") throw redirect(pathTo(language, "adminOrganization", { id }));

  const found = await searchOrganizations(actor, language, sought, "MEMBER");
  const others = found.filter((one) => one.id !== id);
  return json({
    ...{ id, name, counts, into, sought },
    found: others.map((one) => ({ ...one, href: pathTo(language, "adminOrganizationMerger", { id, into: one.id }) })),
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const id = idParam(args.params);
  const form = await attempt(args.request, mergerSchema, (merger) => mergeOrganization(actor, id, merger, handOver));
  if (form.again) return json(form.again, form.init);

  const headers = await flash("applications.flash.merged");
  return redirect(pathTo(args.context.language, "adminOrganization", { id: form.data.into }), { headers });
}

/** All that an organization owns: its texts, its spaces in the forums, and what it put into practice. */
const handOver: HandOver = async (tx, from, into) => {
  await handOverSpaces(tx, from, into);
  await handOverAdoptions(tx, from, into);
  return handOverContributions(tx, from, into);
};

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.merger.title")),
  { name: "robots", content: "noindex" },
];

export default function MergerPage() {
  const { into, name, sought, found } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <AdminPage title={t("applications.merger.title")} lead={t("applications.merger.lead")}>
      {into ? (
        <Confirmation into={into} />
      ) : (
        <section className="stack">
          <h2>{name}</h2>
          <OrganizationSearch
            label={t("applications.merger.sought")}
            hint={t("applications.merger.soughtHint")}
            submit={t("applications.merger.find")}
            sought={sought}
            nothing={t("applications.merger.nothingFound")}
            found={found}
          />
        </section>
      )}
    </AdminPage>
  );
}

function Confirmation({ into }: { into: { id: string; name: string } }) {
  const { id, name, counts } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <div className="stack prose">
        <h2>{t("applications.merger.confirm", { name, into: into.name })}</h2>
        <ul>
          <li>{t("applications.merger.moves", { people: counts.members, texts: counts.contributions })}</li>
          <li>{t("applications.merger.follows")}</li>
          <li>{t("threads.spaces.merged")}</li>
          <li>{t("applications.merger.leads")}</li>
          <li>{t("applications.merger.told")}</li>
        </ul>
        <p>
          <a href={pathTo(language, "adminOrganizationMerger", { id })}>{t("applications.merger.other")}</a>
        </p>
      </div>
      <ReasonForm id={id} sent={sent} label={t("applications.merger.reason")} submit={t("applications.merger.submit")} isGrave>
        <input type="hidden" name="into" value={into.id} />
      </ReasonForm>
    </>
  );
}
