import type { Language } from "~/i18n/languages";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

type Args = { params: Record<string, string | undefined>; context: { language: Language } };

/** The page of the thread that an address below it names. */
export const threadOf = ({ params, context: { language } }: Args): string =>
  pathTo(language, "thread", { id: idParam(params), slug: param(params, "slug") });

/** The place of the post that an address below it names. */
export const postOf = ({ params, context: { language } }: Args): string => pathTo(language, "postPlace", { id: idParam(params) });
