import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

import type { Security } from "../security-queries.server";

/** What goes with the last second factor, told before it is removed. */
export function LastFactor({ app, passkeys, restsWithout }: Pick<Security, "restsWithout"> & { app: unknown; passkeys: unknown[] }) {
  const t = useTranslation();
  if (passkeys.length + (app ? 1 : 0) !== 1) return null;

  return <Notice kind="warning">{`${t("security.removal.codesToo")} ${restsWithout ? t("security.removal.rests") : ""}`.trim()}</Notice>;
}
