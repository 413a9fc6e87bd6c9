import type { SaveState } from "~/features/publishing/autosave";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatClock } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { useErrorText } from "~/ui/error-text";
import { Icon } from "~/ui/icons";
import { Notice } from "~/ui/notice";
import { useTimeZone } from "~/ui/time-zone";

/** In a few words, beside the buttons: whether what was typed is saved. Only "saved" is said aloud. */
export function SaveLine({ state: { status, savedAt } }: { state: SaveState }) {
  const t = useTranslation();
  const language = useLanguage();
  const timeZone = useTimeZone();
  const isLoud = ["failed", "stale", "signedOut", "refused"].includes(status);
  const next = isLoud ? "unsaved" : status === "unsaved" || status === "saving" ? status : savedAt === null ? "ready" : null;

  return (
    <p className="save-state" data-state={isLoud ? "failed" : status}>
      {next === null && <Icon name="success" />}
      <span role="status" className={next === null ? undefined : "visually-hidden"}>
        {savedAt !== null && t("writing.autosave.saved", { time: formatClock(savedAt, language, timeZone) })}
      </span>
      {next !== null && <span>{t(`writing.autosave.${next}`)}</span>}
    </p>
  );
}

/** Loud, when what was typed is not saved: why, and what to do about it. */
export function SaveAlarm({ state: { status, errors }, address, onAgain }: { state: SaveState; address: string; onAgain: () => void }) {
  const t = useTranslation();
  const language = useLanguage();
  const errorText = useErrorText();

  return (
    <div role="alert" className="save-alarm">
      {status === "failed" && (
        <Notice kind="danger" title={t("writing.autosave.failed")}>
          <p>{t("writing.autosave.failedText")}</p>
          <Again onAgain={onAgain} />
        </Notice>
      )}
      {status === "signedOut" && (
        <Notice kind="danger" title={t("writing.autosave.signedOut")}>
          <p>{t("writing.autosave.signedOutText")}</p>
          <p>
            <NewWindow href={pathTo(language, "signIn", { to: address })}>{t("writing.autosave.signIn")}</NewWindow>
          </p>
          <Again onAgain={onAgain} />
        </Notice>
      )}
      {status === "stale" && (
        <Notice kind="danger" title={t("writing.autosave.stale")}>
          <p>{t("writing.autosave.staleText")}</p>
          <p>
            <NewWindow href={address}>{t("writing.autosave.openNewer")}</NewWindow>
          </p>
        </Notice>
      )}
      {status === "refused" && (
        <Notice kind="danger" title={t("writing.autosave.refused")}>
          <p>{Object.values(errors).flat().map(errorText).join(" ")}</p>
        </Notice>
      )}
    </div>
  );
}

const NewWindow = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer">
    {children}
  </a>
);

function Again({ onAgain }: { onAgain: () => void }) {
  return (
    <p>
      <Button type="button" variant="secondary" small onClick={onAgain}>
        {useTranslation()("writing.autosave.again")}
      </Button>
    </p>
  );
}
