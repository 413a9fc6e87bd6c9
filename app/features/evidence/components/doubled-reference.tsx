import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

/** References that seem to be the same as the one in the form, and the question whether both are wanted. */
export function DoubledReference({ slug, twins }: { slug: string; twins: { id: string; key: string; apa: string }[] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Notice kind="warning" title={t("references.form.doubled")}>
      <p>{t("references.form.doubledHint")}</p>
      <ul className="reference-list">
        {twins.map(({ id, key, apa }) => (
          <li className="reference" key={id}>
            <a href={pathTo(language, "reference", { slug, id })}>
              <code>[@{key}]</code>
            </a>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by the styles, which let nothing else through */}
            <p className="reference-text" dangerouslySetInnerHTML={{ __html: apa }} />
          </li>
        ))}
      </ul>
      <div className="choice">
        <input type="checkbox" id="anyway" name="anyway" value="yes" />
        <label htmlFor="anyway">{t("references.form.anyway")}</label>
      </div>
    </Notice>
  );
}
