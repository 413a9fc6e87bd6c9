import type { KindName } from "~/features/publishing/kind-shape";
import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import type { Alternates } from "~/ui/alternates";

/** The pages of a work in the languages in which it has a slug. */
export const workAddresses = (kind: KindName, slugs: Partial<Record<Language, string>>): Alternates =>
  Object.fromEntries(languages.flatMap((each) => (slugs[each] === undefined ? [] : [[each, pathTo(each, kind, { slug: slugs[each] })]])));
