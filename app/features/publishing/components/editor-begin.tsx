import type { Hindrance } from "~/features/publishing/editing.server";
import { useKind } from "~/features/publishing/use-kind";
import { listOf } from "~/features/publishing/kind-shape";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

import { OrganizationField } from "./organization-field";

type Props = {
  /** Made with the page, so that a form sent twice begins one guide. */
  id: string;
  organizations: { id: string; name: string }[];
  sent: { errors: Errors; values: FormValues } | undefined;
};

/** Begins a guide: all it takes is a title. */
export function NewPractice({ id, organizations, sent }: Props) {
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();

  return (
    <div className="page">
      <Breadcrumbs
        steps={[{ label: t(word("writing.mine.title")), href: pathTo(language, `${kind}Mine`) }, { label: t(word("writing.new.title")) }]}
      />
      <PageHeader title={t(word("writing.new.title"))} lead={t(word("writing.new.lead"))} />
      <FormErrors errors={sent?.errors} labels={{ title: t("publishing.field.title"), organization: t("publishing.field.organization") }} />
      <div className="with-aside with-aside-wide">
        <form className="form" method="post" noValidate>
          <input type="hidden" name="id" value={id} />
          <Field
            name="title"
            label={t("publishing.field.title")}
            hint={t(word("writing.new.titleHint"))}
            errors={sent?.errors.title}
            defaultValue={String(sent?.values.title ?? "")}
            required
          />
          <OrganizationField
            organizations={organizations}
            hint={t(word("writing.new.organizationHint"))}
            errors={sent?.errors}
            values={sent?.values}
          />
          <Notice kind="warning" title={t("writing.new.noClients")}>
            {t("writing.new.noClientsText")}
          </Notice>
          <div className="button-row">
            <Button>{t(word("writing.new.begin"))}</Button>
            {kind === "practice" && <a href={pathTo(language, "practiceImport")}>{t("importing.link")}</a>}
          </div>
        </form>
        <GoodGuide />
      </div>
    </div>
  );
}

function GoodGuide() {
  const t = useTranslation();
  const word = useWord();
  return (
    <aside className="stack" aria-labelledby="good-title">
      <h2 className="guidance-title" id="good-title">
        {t(word("writing.new.good"))}
      </h2>
      <ul className="guidance">
        {(["one", "steps", "lessons", "equity", "sources"] as const).map((point) => (
          <li key={point}>{t(word(`writing.new.goodPoints.${point}`))}</li>
        ))}
      </ul>
      <h2 className="guidance-title">{t("writing.new.next")}</h2>
      <p>{t(word("writing.new.nextText"))}</p>
    </aside>
  );
}

/** For who may not write yet: why, and how to get there. */
export function NotYet({ hindrance }: { hindrance: Hindrance }) {
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();

  return (
    <div className="page page-reading">
      <PageHeader title={t(word("writing.notYet.title"))} lead={t(`writing.notYet.${hindrance}`)} />
      {hindrance !== "silenced" && (
        <section className="stack" aria-labelledby="how-title">
          <h2 className="guidance-title" id="how-title">
            {t("writing.notYet.how")}
          </h2>
          <ul className="guidance">
            <li>{t(word("writing.notYet.steward"))}</li>
            <li>
              {t("writing.notYet.join")} <a href={pathTo(language, "about")}>{t("writing.notYet.about")}</a>.
            </li>
          </ul>
        </section>
      )}
      <p>{t("writing.notYet.meanwhile")}</p>
      <div>
        <ButtonLink href={pathTo(language, listOf[kind])}>{t(word("writing.notYet.read"))}</ButtonLink>
      </div>
    </div>
  );
}
