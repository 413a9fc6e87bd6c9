import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

import type { ListPreview as Preview } from "../invitation-preview.server";

type Sound = Extract<SerializeFrom<Preview>, { outcome: "sound" }>;

/** Whom a list would invite, and the button that does. The list travels in the form; the portal keeps none. */
export function ListPreview({ preview, slug }: { preview: Sound; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { people, left, form } = preview;
  const isTooMuch = people.length > left;

  return (
    <>
      {people.length === 0 ? (
        <Notice kind="warning" title={t("membership.list.nobody")}>
          {t("membership.list.nobodyText")}
        </Notice>
      ) : (
        <section className="stack" aria-labelledby="preview">
          <h2 id="preview">{t(isTooMuch ? "membership.list.tooManyToday" : "membership.list.preview")}</h2>
          <p>{isTooMuch ? t("membership.list.tooManyTodayText", { count: left }) : t("membership.list.previewLead")}</p>
          <Counts preview={preview} />
        </section>
      )}
      <Skipped skipped={preview.skipped} />
      {people.length > 0 && <People people={people} />}
      <form className="button-row" method="post" action={pathTo(language, "invitationSending", { slug })}>
        {people.length > 0 && !isTooMuch && (
          <>
            <input type="hidden" name="text" value={form.text} />
            <input type="hidden" name="language" value={form.language} />
            {form.rights.map((right) => (
              <input type="hidden" name="rights" value={right} key={right} />
            ))}
            <Button>{t("membership.list.send", { count: people.length })}</Button>
          </>
        )}
        <ButtonLink variant="secondary" href={pathTo(language, "invitationList", { slug })}>
          {t("membership.list.another")}
        </ButtonLink>
      </form>
    </>
  );
}

function Counts({ preview: { people, stewards, inEnglish, inFrench } }: { preview: Sound }) {
  const t = useTranslation();

  return (
    <ul className="list-counts">
      <li>
        <strong>{t("membership.list.fresh", { count: people.length })}</strong>
      </li>
      {stewards > 0 && <li>{t("membership.list.stewards", { count: stewards })}</li>}
      {inEnglish > 0 && <li>{t("membership.list.inEnglish", { count: inEnglish })}</li>}
      {inFrench > 0 && <li>{t("membership.list.inFrench", { count: inFrench })}</li>}
    </ul>
  );
}

function Skipped({ skipped }: Pick<Sound, "skipped">) {
  const t = useTranslation();
  if (skipped.length === 0) return null;

  return (
    <details className="disclosure" open={skipped.length <= 10}>
      <summary>{t("membership.list.skipped", { count: skipped.length })}</summary>
      <ul className="list-counts">
        {skipped.map(({ line, email, reason }) => (
          <li key={line}>
            {t("membership.list.line")} {line} – {email} – {t(`membership.list.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function People({ people }: Pick<Sound, "people">) {
  const t = useTranslation();

  return (
    <details className="disclosure" open={people.length <= 10}>
      <summary>{t("membership.list.people")}</summary>
      <ul className="list-counts">
        {people.map(({ email, name, isSteward, language }) => (
          <li key={email}>
            {email} {name && `– ${name}`} – {t(`membership.people.inLanguage.${language}`)}{" "}
            {isSteward && <Badge tone="brand">{t("membership.steward")}</Badge>}
          </li>
        ))}
      </ul>
    </details>
  );
}
