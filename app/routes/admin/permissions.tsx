import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { may } from "~/features/accounts/policy";
import { requireActor } from "~/features/accounts/require-actor.server";
import { type Answer, permissionTable } from "~/features/organizations/permission-table";
import { useTranslation } from "~/i18n/context";
import { authorize } from "~/platform/errors";
import { pageTitle } from "~/platform/page-title";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  authorize(may.administer(requireActor(args)));

  return json(permissionTable());
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.table.title")),
  { name: "robots", content: "noindex" },
];

export default function PermissionsPage() {
  const { columns, permissions, ofOrganizations } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const head = columns.map((column) =>
    column === "VISITOR" || column === "MEMBER" || column === "STEWARD" ? t(`admin.table.${column}`) : t(`accounts.roles.${column}`),
  );

  return (
    <AdminPage title={t("admin.table.title")} lead={t("admin.table.lead")}>
      <div className="permissions-table">
        <Table caption={t("admin.table.caption")} head={[t("admin.table.what"), ...head]}>
          {permissions.map(({ permission, answers }) => (
            <Row key={permission} words={t(`admin.permission.${permission}`)} answers={answers} />
          ))}
          {ofOrganizations.map(({ deed, answers }) => (
            <Row key={deed} words={t(`admin.table.${deed}`)} answers={answers} />
          ))}
        </Table>
      </div>
      <section className="stack" aria-labelledby="notes">
        <h2 id="notes">{t("admin.table.notes")}</h2>
        <ul className="plain-points">
          {(["addUp", "notOwn", "notMore", "sanctions", "secondFactor"] as const).map((note) => (
            <li key={note}>{t(`admin.table.${note}`)}</li>
          ))}
        </ul>
      </section>
    </AdminPage>
  );
}

function Row({ words, answers }: { words: string; answers: Answer[] }) {
  const t = useTranslation();

  return (
    <tr>
      <th scope="row">{words}</th>
      {answers.map((answer, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table do not move
        <td key={index} className={answer === "no" ? "permission-no" : "permission-yes"}>
          {t(`admin.table.${answer}`)}
        </td>
      ))}
    </tr>
  );
}
