import type { ReactNode } from "react";

import type { KindName } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

type Work = {
  slug: string;
  language: Language;
  title: string;
  summary: string;
  topics: { key: string; label: string }[];
};

type Props = {
  kind: KindName;
  work: Work;
  level: "h2" | "h3";
  /** What only its kind tells, each in a `span`. */
  children: ReactNode;
};

const onlyIn = { practice: "practices.card.onlyIn", summary: "evidence.card.onlyIn" } as const;

/** A guide or a summary in a list. One that there is only in the other language says so, and is read out in that language. */
export function WorkCard({ kind, work: { slug, language: written, title, summary, topics }, level, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = written === language ? undefined : written;

  return (
    <Card
      title={title}
      href={pathTo(language, kind, { slug })}
      level={level}
      lang={lang}
      whole
      className="guide-card"
      above={
        lang && (
          <p className="badge-list">
            <Badge tone="accent">{t(`${onlyIn[kind]}.${lang}`)}</Badge>
          </p>
        )
      }
    >
      <p className="card-text" lang={lang}>
        {summary}
      </p>
      <div className="card-foot stack stack-small">
        {topics.length > 0 && (
          <ul className="badge-list">
            {topics.map(({ key, label }) => (
              <li key={key}>
                <Badge tone="brand">{label}</Badge>
              </li>
            ))}
          </ul>
        )}
        <p className="meta-line">{children}</p>
      </div>
    </Card>
  );
}

/** Whose it is, on a card that is a link as a whole. Nothing where that is not told. */
export function CardOrganization({ name, slug }: { name: string; slug: string }) {
  const language = useLanguage();
  if (!name) return null;

  return (
    <span>
      <a className="card-own-link" href={pathTo(language, "organization", { slug })}>
        {name}
      </a>
    </span>
  );
}
