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

type Sent = { errors: FormErrors; values: Record<string, string | string[]>; refused?: string } | undefined;

/** What stands against closing an account, before all else; and whom it would leave behind. */
export function Obstacles({ needing, alone, sent }: { needing: Organization[]; alone: Organization[]; sent: Sent }) {
  const t = useTranslation();
  const errorText = useErrorText();

  return (
    <>
      {needing.length > 0 && (
        <Notice kind="danger" title={t("leaving.closing.needing", { count: needing.length })}>
          <p>{t("leaving.closing.needingHow")}</p>
          <Organizations list={needing} page="organizationPeople" />
        </Notice>
      )}
      {needing.length === 0 && sent?.refused && <Notice kind="danger" title={errorText(sent.refused)} />}
      {alone.length > 0 && (
        <Notice kind="warning" title={t("leaving.closing.alone", { count: alone.length })}>
          <p>{t("leaving.closing.aloneHow")}</p>
          <Organizations list={alone} page="organization" />
        </Notice>
      )}
    </>
  );
}

/** The last step: a box to tick and a button, where nothing stands against it. `confirm` says in full what is confirmed. */
export function ClosingForm({ isOpen, sent, confirm, submit }: { isOpen: boolean; sent: Sent; confirm: string; submit: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      {isOpen && (
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
    <ul>
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
