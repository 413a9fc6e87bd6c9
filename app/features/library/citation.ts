import type { CslItem } from "~/features/evidence/csl";
import type { KindName } from "~/features/publishing/kind-shape";
import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

/** In what a citation is given, and what each is called as a file. */
export const citationFormats = {
  bibtex: { extension: "bib", type: "application/x-bibtex" },
  ris: { extension: "ris", type: "application/x-research-info-systems" },
  csl: { extension: "json", type: "application/vnd.citationstyles.csl+json" },
  apa: { extension: "txt", type: "text/plain" },
  vancouver: { extension: "txt", type: "text/plain" },
} as const;

export type CitationFormat = keyof typeof citationFormats;

export const isCitationFormat = (name: string): name is CitationFormat => Object.hasOwn(citationFormats, name);

/** `profile`: the address of a page about them that everyone may see. */
export type Author = { name: string; isPerson: boolean; profile: string | null };

/** One version that was published. `address` stands for ever. */
export type ListedVersion = {
  language: Language;
  number: number;
  publishedOn: string;
  revision: number;
  isCurrent: boolean;
  isHidden: boolean;
  address: string;
};

/** All that is said about one version of a work to whoever wants to cite it, people and machines. Addresses are whole. */
export type Citation = {
  /** Of the contribution. */
  id: string;
  kind: KindName;
  version: ListedVersion;
  slug: string;
  /** Of each face that is published. */
  slugs: Partial<Record<Language, string>>;
  title: string;
  lead: string;
  authors: Author[];
  organization: { name: string; address: string } | null;
  portal: { name: string; address: string };
  licence: string;
  topics: string[];
  /** The page of the work, which always shows what stands. */
  work: string;
  /** The same in the other language, where it is published. */
  otherWork: string | null;
  isTranslation: boolean;
  firstPublishedOn: string;
  references: { title: string; doi: string | null; url: string | null }[];
  versions: ListedVersion[];
  retiredOn: string | null;
  /** Open to everyone, and in use. */
  isOpen: boolean;
  may: { seeHistory: boolean };
  item: CslItem;
};

type Suffix = "" | "Citation" | "Version" | "VersionCitation" | "Revision";

/** The page of a kind by the last part of its name: `Version` is practiceVersion or summaryVersion. */
export const pageOf = (kind: KindName, suffix: Suffix) => `${kind}${suffix}` as const satisfies PageName;

/** The newest version in the language of the one at hand, unless it is that itself. */
export const currentOf = ({ version, versions }: Pick<Citation, "version" | "versions">): ListedVersion | null =>
  version.isCurrent ? null : (versions.find(({ language, isCurrent }) => language === version.language && isCurrent) ?? null);

/** Where a version is given in a format. In the language of its text, unless one is named. */
export const citationFile = (
  { kind, slug, version }: Pick<Citation, "kind" | "slug" | "version">,
  format: CitationFormat,
  language: Language = version.language,
): string => pathTo(language, pageOf(kind, "VersionCitation"), { slug, number: version.number, format });
