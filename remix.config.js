/**
 * The map of the portal: every address, and the file that answers it.
 * Addresses are nouns, in the words of the reader's language. A form that does one thing posts to an address of its own.
 * The other half is app/platform/paths.ts: whoever links to a page asks there.
 *
 * @type {import("@remix-run/dev").AppConfig}
 */
export default {
  server: "./app/server.ts",
  serverModuleFormat: "esm",
  ignoredRouteFiles: ["**/*"], // nothing is routed by its file name: this page is the only map
  watchPaths: ["./remix.config.js"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
  },

  routes: (defineRoutes) =>
    defineRoutes((route) => {
      route("/", "routes/entrance.ts", { index: true });
      route("healthz", "routes/healthz.ts");
      route("readyz", "routes/readyz.ts");
      route("robots.txt", "routes/robots.ts");
      route("dev/mail", "routes/dev/mail.tsx");
      route("dev/mail/:name", "routes/dev/message.ts");

      inBothLanguages(route, (page) => {
        page("", "home.tsx");
        page({ en: "about", fr: "a-propos" }, "page.tsx", "about");
        page({ en: "code-of-conduct", fr: "code-de-conduite" }, "page.tsx", "code-of-conduct");
        page({ en: "privacy", fr: "confidentialite" }, "page.tsx", "privacy");
        page({ en: "accessibility", fr: "accessibilite" }, "page.tsx", "accessibility");

        page({ en: "sign-in", fr: "connexion" }, "accounts/sign-in.tsx");
        page({ en: "sign-up", fr: "inscription" }, "accounts/sign-up.tsx");
        page({ en: "sign-out", fr: "deconnexion" }, "accounts/sign-out.ts");
        page({ en: "verify-email", fr: "verification-du-courriel" }, "accounts/verify-email.tsx");
        page({ en: "forgotten-password", fr: "mot-de-passe-oublie" }, "accounts/forgotten-password.tsx");
        page({ en: "new-password", fr: "nouveau-mot-de-passe" }, "accounts/new-password.tsx");
        page({ en: "settings/account", fr: "parametres/compte" }, "settings/account.tsx");
        page({ en: "settings/proof", fr: "parametres/preuve" }, "settings/proof.tsx");
        page({ en: "settings/password", fr: "parametres/mot-de-passe" }, "settings/password.tsx");

        page({ en: "practices", fr: "pratiques" }, "practices/index.tsx");
        page({ en: "practices/new", fr: "pratiques/nouveau" }, "practices/new.tsx");
        page({ en: "practices/mine", fr: "pratiques/les-miens" }, "practices/mine.tsx");
        page({ en: "practices/preview", fr: "pratiques/apercu" }, "practices/preview.tsx");
        page({ en: "practices/:slug", fr: "pratiques/:slug" }, "practices/show.tsx");
        page({ en: "practices/:slug/edit", fr: "pratiques/:slug/modifier" }, "practices/edit.tsx");
        page({ en: "practices/:slug/draft", fr: "pratiques/:slug/brouillon" }, "practices/draft.ts");
        page({ en: "practices/:slug/draft/removal", fr: "pratiques/:slug/brouillon/abandon" }, "practices/draft-removal.ts");
        page({ en: "practices/:slug/translation", fr: "pratiques/:slug/traduction" }, "practices/translation.tsx");
        page({ en: "practices/:slug/history", fr: "pratiques/:slug/historique" }, "practices/history.tsx");
        page({ en: "practices/:slug/history/:number", fr: "pratiques/:slug/historique/:number" }, "practices/revision.tsx");
        page(
          { en: "practices/:slug/history/:number/restoration", fr: "pratiques/:slug/historique/:number/restauration" },
          "practices/restoration.ts",
        );
        page({ en: "practices/:slug/submission", fr: "pratiques/:slug/soumission" }, "practices/submission.tsx");
        page({ en: "practices/:slug/submission/withdrawal", fr: "pratiques/:slug/soumission/retrait" }, "practices/withdrawal.ts");
        page({ en: "practices/:slug/review", fr: "pratiques/:slug/revision" }, "practices/review.tsx");
        page({ en: "practices/:slug/review/claim", fr: "pratiques/:slug/revision/prise-en-charge" }, "practices/claim.ts");
        page({ en: "practices/:slug/retirement", fr: "pratiques/:slug/retrait" }, "practices/retirement.tsx");
        page({ en: "practices/:slug/disposal", fr: "pratiques/:slug/mise-au-rebut" }, "practices/disposal.ts");
        page({ en: "practices/:slug/recovery", fr: "pratiques/:slug/recuperation" }, "practices/recovery.ts");

        page({ en: "reviews", fr: "revisions" }, "reviews/index.tsx");

        page({ en: "admin", fr: "administration" }, "admin/index.tsx");
        page("*", "not-found.tsx");
      });

      route("*", "routes/unknown.tsx");
    }),
};

/** Mounts the site once per language; each page has an address in the words of that language. */
function inBothLanguages(route, pages) {
  for (const language of ["en", "fr"]) {
    route(language, "routes/site.tsx", { id: `${language}/site` }, () =>
      pages((path, file, name = file.replace(/\.tsx?$/, "")) =>
        route(path[language] ?? path, `routes/${file}`, { id: `${language}/${name}`, index: path === "" }),
      ),
    );
  }
}
