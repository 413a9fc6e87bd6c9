import { pageOf } from "~/features/library/citation";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge, type Tone } from "~/ui/badge";
import { Notice } from "~/ui/notice";

import type { ChangedSection, Copy } from "../copy.server";

const look = { current: "success", changed: "warning", retired: "danger" } as const;

/** Which version someone holds, what became of it, and where to read on. */
export function CopyNotice({ copy }: { copy: Copy }) {
  const t = useTranslation();
  const language = useLanguage();
  const { is, kind, slug, version, newest, retiredOn } = copy;
  const { number } = version;
  const hrefLang = copy.language === language ? undefined : copy.language;
  const day = (date: string | null | undefined) => (date ? formatDate(date, language) : "");
  const guide = pathTo(copy.language, pageOf(kind, ""), { slug });

  return (
    <Notice kind={look[is]}>
      <p>
        {t(`exporting.copy.${is}Text`, {
          number,
          date: day(version.publishedOn),
          current: newest?.number ?? number,
          currentDate: day(newest?.publishedOn),
          retiredDate: day(retiredOn),
        })}
      </p>
      <p className="cluster">
        {is !== "retired" && (
          <a href={guide} hrefLang={hrefLang}>
            {is === "current" ? t("exporting.copy.readGuide") : t("exporting.copy.read")}
          </a>
        )}
        {is !== "current" && (
          <a href={pathTo(copy.language, pageOf(kind, "Version"), { slug, number })} hrefLang={hrefLang}>
            {t("exporting.copy.readCopy", { number })}
          </a>
        )}
      </p>
    </Notice>
  );
}

const toneOf = { CHANGED: "warning", ADDED: "success", DROPPED: "danger", KEPT: "outline" } as const satisfies Record<
  ChangedSection["kind"],
  Tone
>;

/** The sections that say something else since, each a way to where it stands now, or stood; and what is beside them. */
export function ChangedSections({ copy }: { copy: Copy }) {
  const t = useTranslation();
  const { sections, beside } = copy;

  return (
    <section className="stack" aria-labelledby="changed">
      <h2 id="changed">{t("exporting.copy.sections")}</h2>
      <p>{sections.length > 0 ? t("exporting.copy.count", { count: sections.length }) : t("exporting.copy.same")}</p>
      <ul className="fact-list">
        {sections.map((section) => (
          <li key={`${section.kind} ${section.key}`} className="cluster">
            <Badge tone={toneOf[section.kind]}>{t(`exporting.copy.kind.${section.kind}`)}</Badge>
            <Section copy={copy} section={section} />
          </li>
        ))}
        {beside.map((part) => (
          <li key={part} className="cluster">
            <Badge tone={toneOf.CHANGED}>{t("exporting.copy.kind.CHANGED")}</Badge>
            <span>{t(`exporting.copy.beside.${part}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Section({ copy, section: { kind: change, key, heading } }: { copy: Copy; section: ChangedSection }) {
  const t = useTranslation();
  const language = useLanguage();
  const { kind, slug, version } = copy;
  if (heading === "") return <span>{t("exporting.copy.beginning")}</span>;

  const lang = copy.language === language ? undefined : copy.language;
  const at =
    change === "DROPPED"
      ? pathTo(copy.language, pageOf(kind, "Version"), { slug, number: version.number })
      : pathTo(copy.language, pageOf(kind, ""), { slug });
  return (
    <a href={key.startsWith(":") ? at : `${at}#s-${key}`} lang={lang} hrefLang={lang}>
      {heading}
    </a>
  );
}
