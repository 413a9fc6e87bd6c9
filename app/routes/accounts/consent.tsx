import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, typed } from "~/features/accounts/components/account-form";
import { getConsents, giveConsent } from "~/features/accounts/consent.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { consentSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate, formatTime } from "~/i18n/format";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { readPage } from "~/platform/content.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const documents = (await getConsents(actor)).map(async ({ document, version, last, isOwed }) => ({
    document,
    version,
    isOwed,
    versionText: formatDate(version, language),
    last: last && { version: formatDate(last.version, language), on: formatTime(last.givenAt, language, actor.timeZone) },
    changes: (await readPage(document === "TERMS" ? "terms" : "privacy", language)).changes,
  }));

  return json({ to: ownPath(new URL(args.request.url).searchParams.get("to"), ""), documents: await Promise.all(documents) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const form = await attempt(args.request, consentSchema, (shown) => giveConsent(actor, language, shown));
  if (form.again) return json(form.again, form.init);

  return redirect(ownPath(form.data.to, pathTo(language, "home")), { headers: await flash("settings.consent.given") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("settings.consent.title")),
  { name: "robots", content: "noindex" },
];

export default function ConsentPage() {
  const { to, documents } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const isOwed = documents.some((document) => document.isOwed);
  const lead = !isOwed ? "nothingLead" : documents.some(({ last }) => last) ? "newLead" : "firstLead";

  return (
    <AccountPage title={t("settings.consent.title")} lead={t(`settings.consent.${lead}`)}>
      {documents.map((document) => (
        <Agreement key={document.document} {...document} />
      ))}
      {isOwed && (
        <>
          <AccountForm sent={sent}>
            <input type="hidden" name="to" value={typed(sent, "to", to)} />
            {documents.map(({ document, version }) => (
              <input key={document} type="hidden" name={document.toLowerCase()} value={version} />
            ))}
            <p>{t("settings.consent.agree")}</p>
            <Button>{t("settings.consent.submit")}</Button>
          </AccountForm>
          <Otherwise />
        </>
      )}
    </AccountPage>
  );
}

type Shown = { document: "TERMS" | "PRIVACY"; versionText: string; last: { version: string; on: string } | null; changes: string | null };

function Agreement({ document, versionText, last, changes }: Shown) {
  const language = useLanguage();
  const t = useTranslation();

  return (
    <section className="card stack">
      <h2 className="card-title">{t(`settings.consent.${document}`)}</h2>
      <p>
        {t("settings.consent.version")} {versionText}
      </p>
      {changes && (
        <p>
          {t("settings.consent.whatIsNew")} {changes}
        </p>
      )}
      <p>
        <a href={pathTo(language, document === "TERMS" ? "terms" : "privacy")}>{t(`settings.consent.read${document}`)}</a>
      </p>
      <p className="field-hint">{last ? t("settings.consent.agreedTo", last) : t("settings.consent.neverAgreed")}</p>
    </section>
  );
}

function Otherwise() {
  const language = useLanguage();
  const t = useTranslation();

  return (
    <div className="stack">
      <p>
        {t("settings.consent.otherwise")} <a href={pathTo(language, "ownData")}>{t("leaving.ownData.title")}</a>
      </p>
      <form className="button-row" method="post" action={pathTo(language, "signOut")}>
        <ButtonLink variant="secondary" href={pathTo(language, "home")}>
          {t("settings.consent.without")}
        </ButtonLink>
        <Button variant="quiet">{t("settings.consent.signOut")}</Button>
      </form>
    </div>
  );
}
