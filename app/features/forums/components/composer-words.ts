import type { Translate } from "~/i18n/translate";

/** The words that the script of the form needs: what goes into its `data-words`, as JSON. */
export const composerWords = (t: Translate) => ({
  ...t("composer.form", { returnObjects: true }),
  toolbar: t("writing.toolbar", { returnObjects: true }),
});

/** The words of quick acts and keys. */
export const quickWords = (t: Translate) => t("composer.quick", { returnObjects: true });

export type ComposerWords = ReturnType<typeof composerWords>;

export type QuickWords = ReturnType<typeof quickWords>;
