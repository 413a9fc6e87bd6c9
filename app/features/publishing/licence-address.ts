import type { Language } from "~/i18n/languages";

import type { licences } from "./limits";

type Licence = (typeof licences)[number];

const paths: Record<Licence, string> = {
  "CC-BY-4.0": "licenses/by/4.0",
  "CC-BY-SA-4.0": "licenses/by-sa/4.0",
  "CC-BY-NC-4.0": "licenses/by-nc/4.0",
  "CC0-1.0": "publicdomain/zero/1.0",
};

export const isLicence = (licence: string): licence is Licence => licence in paths;

/** Where a licence is explained in plain words, in the reader's language. */
export const licenceAddress = (licence: Licence, language: Language): string =>
  `https://creativecommons.org/${paths[licence]}/deed.${language}`;

/** By which machines know a licence. */
export const licenceIdentity = (licence: Licence): string => `https://creativecommons.org/${paths[licence]}/`;
