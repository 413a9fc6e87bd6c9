import { useLocation } from "@remix-run/react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

import { CategoryMark } from "./category-mark";

type Choice = { id: string; name: string; slug: string; colour: string; icon: string; mayStart: boolean };

/** The first thing to do in the forums: begin a thread in one of the categories, or else join. */
export function StartThread({ categories, isVisitor }: { categories: Choice[]; isVisitor: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const open = categories.filter(({ mayStart }) => mayStart);
  if (isVisitor) return <JoinFirst />;
  if (open.length === 0) return <p className="field-hint">{t("forums.start.silenced")}</p>;

  return (
    <details className="menu start-thread" data-menu>
      <summary className="button button-primary" data-key="c">
        {t("forums.start.action")}
      </summary>
      <div className="menu-panel start-panel">
        <p className="start-where">{t("forums.start.where")}</p>
        {open.map(({ id, name, slug, colour, icon }) => (
          <a className="menu-item" key={id} href={pathTo(language, "newThread", { slug })}>
            <CategoryMark colour={colour} icon={icon} />
            {name}
          </a>
        ))}
      </div>
    </details>
  );
}

/** To visitors: how one takes part. They come back here afterwards. */
export function JoinFirst({ words }: { words?: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { pathname, search } = useLocation();

  return (
    <div className="join-first">
      <p>{words ?? t("forums.start.visitor")}</p>
      <p className="button-row">
        <ButtonLink href={pathTo(language, "signIn", { to: pathname + search })} small>
          {t("forums.start.signIn")}
        </ButtonLink>
        <ButtonLink href={pathTo(language, "signUp")} variant="secondary" small>
          {t("forums.start.signUp")}
        </ButtonLink>
      </p>
    </div>
  );
}
