import { type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { isDemoWorld } from "~/features/accounts/demo.server";
import { formatTime } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { notFound } from "~/platform/errors";
import { listOutbox, OUTBOX_PATH } from "~/platform/outbox.server";
import { pathTo } from "~/platform/paths";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";

export async function loader({ context: { language } }: LoaderFunctionArgs) {
  if (!isDemoWorld()) throw notFound();
  const mails = (await listOutbox()).map(({ name, to, subject, at }) => ({
    path: `${OUTBOX_PATH}/${encodeURIComponent(name)}`,
    to,
    subject,
    at: at ? formatTime(at, language) : "",
  }));

  return json({ mails, language }, { headers: { "Cache-Control": "no-store" } });
}

// Without it Remix keeps the loader's header to itself.
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = translator(data?.language ?? "en");
  return [{ title: `${t("accounts.outbox.title")} — ${t("site.name")}` }, { name: "robots", content: "noindex" }];
};

/** The outbox belongs to no language of the site: it speaks that of the browser. */
export default function OutboxPage() {
  const { mails, language } = useLoaderData<typeof loader>();
  const t = translator(language);
  const columns = [t("accounts.outbox.subject"), t("accounts.outbox.to"), t("accounts.outbox.at")];

  return (
    <main className="site-main frame stack stack-large" id="main" lang={language}>
      <p>
        <a href={pathTo(language, "home")}>{t("site.name")}</a>
      </p>
      <PageHeader title={t("accounts.outbox.title")} lead={t("accounts.outbox.intro")} />
      {mails.length === 0 && <p>{t("accounts.outbox.empty")}</p>}
      {mails.length > 0 && (
        <Table caption={t("accounts.outbox.title")} head={columns}>
          {mails.map(({ path, to, subject, at }) => (
            <tr key={path}>
              <td>
                <a href={path}>{subject}</a>
              </td>
              <td>{to}</td>
              <td>{at}</td>
            </tr>
          ))}
        </Table>
      )}
    </main>
  );
}
