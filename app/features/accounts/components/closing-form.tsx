import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { type PageName, pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { useErrorText } from "~/ui/error-text";
import { Checkboxes } from "~/ui/field";
import { Notice } from "~/ui/notice";

import { AccountForm } from "./account-form";

type Organization = { name: string; slug: string };

type Props = {
  needing: Organization[];
  alone: Organization[];
  sent: { errors: FormErrors; values: Record<string, string | string[]>; refused?: string } | undefined;
  /** What is confirmed, in full; and what the button says. */
  confirm: string;
  submit: string;
};

/** The last step before an account is closed: what stands against it, else a box to tick and a button. */
export function ClosingForm({ needing, alone, sent, confirm, submit }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const errorText = useErrorText();

  return (
    <>
      {needing.length > 0 ? (
        <Notice kind="danger" title={t("leaving.closing.needing", { count: needing.length })}>
          <Organizations list={needing} page="organizationPeople" />
          <p>{t("leaving.closing.needingHow")}</p>
        </Notice>
      ) : (
        sent?.refused && <Notice kind="danger" title={errorText(sent.refused)} />
      )}
      {alone.length > 0 && (
        <Notice kind="warning" title={t("leaving.closing.alone", { count: alone.length })}>
          <Organizations list={alone} page="organization" />
          <p>{t("leaving.closing.aloneHow")}</p>
        </Notice>
      )}
      {needing.length === 0 && (
        <AccountForm sent={sent} labels={{ confirm: t("leaving.closing.legend") }}>
          <Checkboxes
            name="confirm"
            legend={t("leaving.closing.legend")}
            options={[{ value: "yes", label: confirm }]}
            errors={sent?.errors.confirm}
            required
          />
          <Button variant="danger">{submit}</Button>
        </AccountForm>
      )}
      <p>
        <a href={pathTo(language, "ownData")}>{t("leaving.closing.back")}</a>
      </p>
    </>
  );
}

/** What follows from closing, point by point. */
export const Consequences = ({ title, points }: { title: string; points: ReactNode[] }) => (
  <section className="stack">
    <h2>{title}</h2>
    <ul className="stack-small">
      {points.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points do not move
        <li key={index}>{point}</li>
      ))}
    </ul>
  </section>
);

function Organizations({ list, page }: { list: Organization[]; page: PageName }) {
  const language = useLanguage();

  return (
    <ul>
      {list.map(({ name, slug }) => (
        <li key={slug}>
          <a href={pathTo(language, page, { slug })}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
