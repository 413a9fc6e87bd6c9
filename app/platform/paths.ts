import { type Language, languageOf, otherLanguage } from "~/i18n/languages";

/**
 * Every page the portal links to, with its address in both languages: the other half of remix.config.js.
 * Nobody else builds an address.
 */
const pages = {
  home: { en: "", fr: "" },
  about: { en: "about", fr: "a-propos" },
  conduct: { en: "code-of-conduct", fr: "code-de-conduite" },
  privacy: { en: "privacy", fr: "confidentialite" },
  accessibility: { en: "accessibility", fr: "accessibilite" },

  signIn: { en: "sign-in", fr: "connexion" },
  signUp: { en: "sign-up", fr: "inscription" },
  signOut: { en: "sign-out", fr: "deconnexion" },
  verifyEmail: { en: "verify-email", fr: "verification-du-courriel" },
  forgottenPassword: { en: "forgotten-password", fr: "mot-de-passe-oublie" },
  newPassword: { en: "new-password", fr: "nouveau-mot-de-passe" },
  account: { en: "settings/account", fr: "parametres/compte" },
  proof: { en: "settings/proof", fr: "parametres/preuve" },
  passwordChange: { en: "settings/password", fr: "parametres/mot-de-passe" },

  practices: { en: "practices", fr: "pratiques" },
  newPractice: { en: "practices/new", fr: "pratiques/nouveau" },
  myPractices: { en: "practices/mine", fr: "pratiques/les-miens" },
  practicePreview: { en: "practices/preview", fr: "pratiques/apercu" },
  practice: { en: "practices/:slug", fr: "pratiques/:slug" },
  practiceEdit: { en: "practices/:slug/edit", fr: "pratiques/:slug/modifier" },
  practiceDraft: { en: "practices/:slug/draft", fr: "pratiques/:slug/brouillon" },
  practiceDraftRemoval: { en: "practices/:slug/draft/removal", fr: "pratiques/:slug/brouillon/abandon" },
  practiceTranslation: { en: "practices/:slug/translation", fr: "pratiques/:slug/traduction" },
  practiceHistory: { en: "practices/:slug/history", fr: "pratiques/:slug/historique" },
  practiceRevision: { en: "practices/:slug/history/:number", fr: "pratiques/:slug/historique/:number" },
  practiceRestoration: { en: "practices/:slug/history/:number/restoration", fr: "pratiques/:slug/historique/:number/restauration" },
  practiceSubmission: { en: "practices/:slug/submission", fr: "pratiques/:slug/soumission" },
  practiceWithdrawal: { en: "practices/:slug/submission/withdrawal", fr: "pratiques/:slug/soumission/retrait" },
  practiceReview: { en: "practices/:slug/review", fr: "pratiques/:slug/revision" },
  practiceClaim: { en: "practices/:slug/review/claim", fr: "pratiques/:slug/revision/prise-en-charge" },
  practiceRetirement: { en: "practices/:slug/retirement", fr: "pratiques/:slug/retrait" },
  practiceDisposal: { en: "practices/:slug/disposal", fr: "pratiques/:slug/mise-au-rebut" },
  practiceRecovery: { en: "practices/:slug/recovery", fr: "pratiques/:slug/recuperation" },

  reviews: { en: "reviews", fr: "revisions" },

  admin: { en: "admin", fr: "administration" },
} as const satisfies Record<string, Record<Language, string>>;

export type PageName = keyof typeof pages;

type Values = Record<string, string | number | undefined>;

/** The address of a page in a language. What the address does not name goes into the query; undefined is left out. */
export function pathTo(language: Language, page: PageName, values: Values = {}, fragment = ""): string {
  const used = new Set<string>();
  const path = pages[page][language].replace(/:(\w+)/g, (_, name: string) => {
    used.add(name);
    return encodeURIComponent(String(values[name] ?? ""));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (!used.has(name) && value !== undefined) query.set(name, String(value));

  return `/${language}${path && `/${path}`}${query.size > 0 ? `?${query}` : ""}${fragment && `#${fragment}`}`;
}

/** The same address in the other language: the same page, the same query. Slugs stay; the page leads on to its own. */
export function counterpartOf(pathname: string, search = ""): string {
  const language = languageOf(pathname);
  if (!language) return "/";

  const other = otherLanguage(language);
  const segments = pathname.split("/").filter(Boolean).slice(1);
  for (const page of Object.values(pages)) {
    const pattern = page[language].split("/").filter(Boolean);
    if (pattern.length !== segments.length || !pattern.every((part, index) => part.startsWith(":") || part === segments[index])) continue;
    const names = new Map(pattern.map((part, index) => [part, segments[index] ?? ""]));
    const path = page[other]
      .split("/")
      .map((part) => names.get(part.startsWith(":") ? part : "") ?? part)
      .join("/");
    return `/${other}${path && `/${path}`}${search}`;
  }
  return `/${other}`;
}

/** A path of ours to go back to, or the given one where it leads anywhere else (OWASP: unvalidated redirects). */
export function ownPath(target: unknown, otherwise: string): string {
  if (typeof target !== "string" || target.length > 2000) return otherwise;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in an address
  if (!/^\/(en|fr)(\/|\?|$)/.test(target) || /[\\\u0000-\u001f\u007f]|\/\//.test(target.split(/[?#]/)[0] ?? "")) return otherwise;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in an address
  if (/[\u0000-\u001f\u007f\\]/.test(target)) return otherwise;

  // As browsers read it: a header takes no other letters, and dots may lead elsewhere.
  const { pathname, search, hash } = new URL(target, "http://portal.invalid");
  return languageOf(pathname) ? pathname + search + hash : otherwise;
}

/** The patterns of the map, for the test that holds both halves against each other. */
export const patterns = pages;
