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
      route("sso/callback", "routes/accounts/sso-callback.ts");
      route("files/:key", "routes/files.ts");
      route("live", "routes/live.ts");
      route("oai", "routes/oai.ts");
      route("dev/mail", "routes/dev/mail.tsx");
      route("dev/mail/:name", "routes/dev/message.ts");

      inBothLanguages(route, (page) => {
        page("", "home.tsx");
        page({ en: "about", fr: "a-propos" }, "page.tsx", "about");
        page({ en: "code-of-conduct", fr: "code-de-conduite" }, "page.tsx", "code-of-conduct");
        page({ en: "terms", fr: "conditions" }, "page.tsx", "terms");
        page({ en: "privacy", fr: "confidentialite" }, "page.tsx", "privacy");
        page({ en: "accessibility", fr: "accessibilite" }, "page.tsx", "accessibility");

        page({ en: "sign-in", fr: "connexion" }, "accounts/sign-in.tsx");
        page({ en: "sign-in/organization", fr: "connexion/organisme" }, "accounts/organization-sign-in.tsx");
        page({ en: "sign-in/organization/refusal", fr: "connexion/organisme/refus" }, "accounts/organization-refusal.tsx");
        page({ en: "sign-in/second-factor", fr: "connexion/second-facteur" }, "accounts/second-factor.tsx");
        page({ en: "sign-in/return", fr: "connexion/retour" }, "accounts/return.tsx");
        page({ en: "sign-in/end", fr: "connexion/abandon" }, "accounts/sign-in-end.ts");
        page({ en: "sign-in/passkey", fr: "connexion/cle-d-acces" }, "accounts/passkey.tsx");
        page({ en: "sign-in/passkey/challenge", fr: "connexion/cle-d-acces/defi" }, "accounts/passkey-challenge.ts");
        page({ en: "sign-up", fr: "inscription" }, "accounts/sign-up.tsx");
        page({ en: "sign-out", fr: "deconnexion" }, "accounts/sign-out.ts");
        page({ en: "verify-email", fr: "verification-du-courriel" }, "accounts/verify-email.tsx");
        page({ en: "forgotten-password", fr: "mot-de-passe-oublie" }, "accounts/forgotten-password.tsx");
        page({ en: "new-password", fr: "nouveau-mot-de-passe" }, "accounts/new-password.tsx");
        page({ en: "settings/account", fr: "parametres/compte" }, "settings/account.tsx");
        page({ en: "settings/proof", fr: "parametres/preuve" }, "settings/proof.tsx");
        page({ en: "settings/profile", fr: "parametres/profil" }, "settings/profile.tsx");
        page({ en: "settings/profile/photo", fr: "parametres/profil/photo" }, "settings/profile-photo.tsx");
        page({ en: "settings/profile/photo/removal", fr: "parametres/profil/photo/retrait" }, "settings/profile-photo-removal.ts");
        page({ en: "settings/password", fr: "parametres/mot-de-passe" }, "settings/password.tsx");
        page({ en: "settings/security", fr: "parametres/securite" }, "settings/security.tsx");
        page({ en: "settings/security/authenticator", fr: "parametres/securite/application" }, "settings/authenticator.tsx");
        page(
          { en: "settings/security/authenticator/removal", fr: "parametres/securite/application/retrait" },
          "settings/authenticator-removal.tsx",
        );
        page({ en: "settings/security/recovery-codes", fr: "parametres/securite/codes-de-secours" }, "settings/recovery-codes.tsx");
        page({ en: "settings/security/passkeys/new", fr: "parametres/securite/cles-d-acces/nouvelle" }, "settings/new-passkey.tsx");
        page(
          { en: "settings/security/passkeys/challenge", fr: "parametres/securite/cles-d-acces/defi" },
          "settings/new-passkey-challenge.ts",
        );
        page(
          { en: "settings/security/passkeys/:id/removal", fr: "parametres/securite/cles-d-acces/:id/retrait" },
          "settings/passkey-removal.tsx",
        );
        page({ en: "settings/security/password", fr: "parametres/securite/mot-de-passe" }, "settings/new-own-password.tsx");
        page({ en: "settings/security/password/removal", fr: "parametres/securite/mot-de-passe/retrait" }, "settings/password-removal.tsx");
        page({ en: "settings/email", fr: "parametres/courriel" }, "settings/email.tsx");
        page({ en: "settings/email/cancellation", fr: "parametres/courriel/annulation" }, "settings/email-cancellation.ts");
        page({ en: "email-confirmation", fr: "confirmation-du-courriel" }, "accounts/email-confirmation.tsx");
        page({ en: "email-confirmation/refusal", fr: "confirmation-du-courriel/refus" }, "accounts/email-refusal.ts");
        page({ en: "settings/sessions", fr: "parametres/sessions" }, "settings/sessions.tsx");
        page({ en: "settings/sessions/ending", fr: "parametres/sessions/fermeture" }, "settings/session-ending.ts");
        page({ en: "settings/sessions/others", fr: "parametres/sessions/autres" }, "settings/other-sessions.ts");
        page({ en: "settings/follows", fr: "parametres/suivis" }, "settings/follows.tsx");
        page({ en: "consent", fr: "consentement" }, "accounts/consent.tsx");

        page({ en: "organizations", fr: "organismes" }, "organizations/index.tsx");
        page({ en: "organizations/:slug", fr: "organismes/:slug" }, "organizations/show.tsx");
        page({ en: "organizations/:slug/edit", fr: "organismes/:slug/modifier" }, "organizations/edit.tsx");
        page({ en: "organizations/:slug/logo", fr: "organismes/:slug/logo" }, "organizations/logo.tsx");
        page({ en: "organizations/:slug/logo/removal", fr: "organismes/:slug/logo/retrait" }, "organizations/logo-removal.ts");

        page({ en: "organizations/:slug/sign-in", fr: "organismes/:slug/connexion" }, "organizations/sso.tsx");
        page({ en: "organizations/:slug/sign-in/removal", fr: "organismes/:slug/connexion/retrait" }, "organizations/sso-removal.ts");

        page({ en: "invitation", fr: "invitation" }, "membership/invitation.tsx");
        page({ en: "invitation/account", fr: "invitation/compte" }, "membership/invitation-account.tsx");
        page({ en: "settings/organizations", fr: "parametres/organismes" }, "settings/organizations.tsx");
        page({ en: "organizations/:slug/people", fr: "organismes/:slug/personnes" }, "membership/people.tsx");
        page({ en: "organizations/:slug/people/invitation", fr: "organismes/:slug/personnes/invitation" }, "membership/new-invitation.tsx");
        page(
          { en: "organizations/:slug/people/invitations", fr: "organismes/:slug/personnes/invitations" },
          "membership/invitation-list.tsx",
        );
        page(
          { en: "organizations/:slug/people/invitations/sending", fr: "organismes/:slug/personnes/invitations/envoi" },
          "membership/invitation-sending.ts",
        );
        page(
          { en: "organizations/:slug/people/invitations/:id/renewal", fr: "organismes/:slug/personnes/invitations/:id/renouvellement" },
          "membership/invitation-renewal.ts",
        );
        page(
          { en: "organizations/:slug/people/invitations/:id/revocation", fr: "organismes/:slug/personnes/invitations/:id/annulation" },
          "membership/invitation-revocation.ts",
        );
        page({ en: "organizations/:slug/people/domains", fr: "organismes/:slug/personnes/domaines" }, "membership/domains.tsx");
        page(
          { en: "organizations/:slug/people/domains/removal", fr: "organismes/:slug/personnes/domaines/retrait" },
          "membership/domain-removal.ts",
        );
        page({ en: "organizations/:slug/people/requests/:id", fr: "organismes/:slug/personnes/demandes/:id" }, "membership/request.tsx");
        page(
          { en: "organizations/:slug/people/requests/:id/approval", fr: "organismes/:slug/personnes/demandes/:id/approbation" },
          "membership/request-approval.ts",
        );
        page(
          { en: "organizations/:slug/people/requests/:id/refusal", fr: "organismes/:slug/personnes/demandes/:id/refus" },
          "membership/request-refusal.ts",
        );
        page(
          { en: "organizations/:slug/people/:person/stewardship", fr: "organismes/:slug/personnes/:person/responsabilite" },
          "membership/stewardship.ts",
        );
        page(
          { en: "organizations/:slug/people/:person/stewardship/end", fr: "organismes/:slug/personnes/:person/responsabilite/fin" },
          "membership/stewardship-end.tsx",
        );
        page(
          { en: "organizations/:slug/people/:person/removal", fr: "organismes/:slug/personnes/:person/retrait" },
          "membership/removal.tsx",
        );
        page({ en: "organizations/:slug/join", fr: "organismes/:slug/adhesion" }, "membership/join.tsx");
        page({ en: "organizations/:slug/join/withdrawal", fr: "organismes/:slug/adhesion/retrait" }, "membership/join-withdrawal.ts");
        page({ en: "organizations/:slug/join/domain", fr: "organismes/:slug/adhesion/domaine" }, "membership/join-domain.ts");
        page({ en: "organizations/:slug/membership/departure", fr: "organismes/:slug/appartenance/depart" }, "membership/departure.tsx");

        page({ en: "people", fr: "personnes" }, "people/index.tsx");
        page({ en: "people/:slug", fr: "personnes/:slug" }, "people/show.tsx");
        page({ en: "people/:slug/flag", fr: "personnes/:slug/signalement" }, "moderation/person-flag.tsx");
        page({ en: "organizations/:slug/flag", fr: "organismes/:slug/signalement" }, "moderation/organization-flag.tsx");
        page({ en: "posts/:id/flag", fr: "messages/:id/signalement" }, "moderation/post-flag.tsx");
        page({ en: "posts/:id/case", fr: "messages/:id/dossier" }, "moderation/post-case.ts");
        page({ en: "terminology", fr: "terminologie" }, "terminology/index.tsx");
        page({ en: "terminology/new", fr: "terminologie/nouveau" }, "terminology/new.tsx");
        page({ en: "terminology/:id", fr: "terminologie/:id" }, "terminology/edit.tsx");
        page({ en: "terminology/:id/removal", fr: "terminologie/:id/retrait" }, "terminology/removal.ts");
        page({ en: "parity", fr: "parite" }, "parity.tsx");
        page({ en: "organizations/:slug/parity", fr: "organismes/:slug/parite" }, "organizations/parity.tsx");
        page({ en: "organizations/:slug/tasks", fr: "organismes/:slug/taches" }, "organizations/tasks.tsx");
        page({ en: "rules", fr: "regles" }, "rules.tsx");
        page({ en: "transparency", fr: "transparence" }, "transparency.tsx");
        page("distances/:id", "people/distance.tsx");
        page({ en: "distances/:id/removal", fr: "distances/:id/retrait" }, "people/distance-removal.ts");
        page({ en: "settings/distances", fr: "parametres/distances" }, "settings/distances.tsx");

        page({ en: "settings/moderation", fr: "parametres/moderation" }, "settings/moderation.tsx");
        page({ en: "decisions/:id", fr: "decisions/:id" }, "decisions/show.tsx");
        page({ en: "decisions/:id/appeal", fr: "decisions/:id/appel" }, "decisions/appeal.tsx");
        page({ en: "appeals/:token", fr: "appels/:token" }, "decisions/by-mail.tsx");
        page({ en: "moderation/sanctions", fr: "moderation/mesures" }, "moderation/sanctions.tsx");
        page({ en: "moderation/sanctions/:id/lifting", fr: "moderation/mesures/:id/levee" }, "moderation/lifting.tsx");
        page({ en: "moderation/cases/:id/ruling", fr: "moderation/dossiers/:id/appel" }, "moderation/ruling.tsx");
        page({ en: "settings/data", fr: "parametres/donnees" }, "settings/own-data.tsx");
        page({ en: "settings/data/export", fr: "parametres/donnees/archive" }, "settings/data-export.tsx");
        page({ en: "settings/data/export/:id", fr: "parametres/donnees/archive/:id" }, "settings/data-archive.ts");
        page({ en: "settings/deactivation", fr: "parametres/desactivation" }, "settings/deactivation.tsx");
        page({ en: "settings/deletion", fr: "parametres/suppression" }, "settings/deletion.tsx");

        page({ en: "notifications", fr: "avis" }, "notifications/index.tsx");
        page({ en: "notifications/reading", fr: "avis/lecture" }, "notifications/reading.ts");
        page("forums", "forums/index.tsx");
        page({ en: "forums/topics/:key", fr: "forums/themes/:key" }, "forums/topic.tsx");
        page("forums/:slug", "forums/category.tsx");
        page({ en: "forums/similar", fr: "forums/semblables" }, "forums/similar.ts");
        page({ en: "forums/similar/list", fr: "forums/semblables/liste" }, "forums/similar-page.tsx");
        page({ en: "forums/names", fr: "forums/noms" }, "forums/names.ts");
        page({ en: "forums/links", fr: "forums/liens" }, "forums/links.ts");
        page({ en: "attachments", fr: "pieces-jointes" }, "forums/attachments.ts");
        page({ en: "threads", fr: "fils" }, "forums/threads.tsx");
        page({ en: "threads/:id/:slug", fr: "fils/:id/:slug" }, "forums/thread.tsx");
        page({ en: "threads/:id/:slug/unread", fr: "fils/:id/:slug/non-lus" }, "forums/unread.ts");
        page({ en: "threads/:id/:slug/:number", fr: "fils/:id/:slug/:number" }, "forums/post.ts");
        page({ en: "posts/:id", fr: "messages/:id" }, "forums/post-place.ts");
        page({ en: "forums/topics/:key/follow", fr: "forums/themes/:key/suivi" }, "forums/topic-follow.ts");
        page({ en: "forums/:slug/follow", fr: "forums/:slug/suivi" }, "forums/category-follow.ts");
        page({ en: "threads/:id/:slug/follow", fr: "fils/:id/:slug/suivi" }, "forums/thread-follow.ts");
        page({ en: "threads/:id/:slug/reading", fr: "fils/:id/:slug/lecture" }, "forums/thread-reading.ts");

        page({ en: "practices", fr: "pratiques" }, "practices/index.tsx");
        page({ en: "practices/:slug", fr: "pratiques/:slug" }, "practices/show.tsx");
        contributions(page, { en: "practices", fr: "pratiques" }, { new: "nouveau", mine: "les-miens" });

        page({ en: "evidence", fr: "donnees-probantes" }, "evidence/index.tsx");
        page({ en: "evidence/:slug", fr: "donnees-probantes/:slug" }, "evidence/show.tsx");
        contributions(page, { en: "evidence", fr: "donnees-probantes" }, { new: "nouvelle", mine: "les-miennes" });
        page({ en: "evidence/:slug/bibliography", fr: "donnees-probantes/:slug/bibliographie" }, "evidence/bibliography.tsx");
        page(
          { en: "evidence/:slug/bibliography/:format", fr: "donnees-probantes/:slug/bibliographie/:format" },
          "evidence/bibliography-file.ts",
        );
        page({ en: "evidence/:slug/references", fr: "donnees-probantes/:slug/references" }, "evidence/references.tsx");
        page({ en: "evidence/:slug/references/new", fr: "donnees-probantes/:slug/references/nouvelle" }, "evidence/new-reference.tsx");
        page({ en: "evidence/:slug/references/imports", fr: "donnees-probantes/:slug/references/importations" }, "evidence/imports.tsx");
        page(
          { en: "evidence/:slug/references/imports/:id", fr: "donnees-probantes/:slug/references/importations/:id" },
          "evidence/import.tsx",
        );
        page(
          { en: "evidence/:slug/references/imports/:id/acceptance", fr: "donnees-probantes/:slug/references/importations/:id/reprise" },
          "evidence/import-acceptance.ts",
        );
        page(
          { en: "evidence/:slug/references/imports/:id/removal", fr: "donnees-probantes/:slug/references/importations/:id/abandon" },
          "evidence/import-removal.ts",
        );
        page({ en: "evidence/:slug/references/:id", fr: "donnees-probantes/:slug/references/:id" }, "evidence/reference.tsx");
        page(
          { en: "evidence/:slug/references/:id/removal", fr: "donnees-probantes/:slug/references/:id/retrait" },
          "evidence/reference-removal.ts",
        );

        page(
          { en: "practices/:slug/versions/:number/files/:format", fr: "pratiques/:slug/versions/:number/fichiers/:format" },
          "exchange/file.ts",
        );
        page("copies/:id", "exchange/copy.tsx");
        page({ en: "practices/:slug/adaptation", fr: "pratiques/:slug/adaptation" }, "lineage/adaptation.tsx");
        page({ en: "practices/:slug/lineage", fr: "pratiques/:slug/filiation" }, "lineage/tree.tsx");
        page({ en: "practices/:slug/comparison", fr: "pratiques/:slug/comparaison" }, "lineage/comparison.tsx");
        page({ en: "practices/:slug/upstream", fr: "pratiques/:slug/amont" }, "lineage/upstream.tsx");
        page({ en: "evidence/:slug/uses", fr: "donnees-probantes/:slug/utilisations" }, "claims/uses.tsx");
        page({ en: "practices/:slug/graph", fr: "pratiques/:slug/graphe" }, "graph/guide.tsx");
        page({ en: "evidence/:slug/graph", fr: "donnees-probantes/:slug/graphe" }, "graph/summary.tsx");
        page({ en: "practices/:slug/evidence-review", fr: "pratiques/:slug/examen-des-preuves" }, "claims/evidence-review.tsx");
        page({ en: "practices/:slug/adoption", fr: "pratiques/:slug/mise-en-oeuvre" }, "adoption/new.tsx");
        page({ en: "adoptions", fr: "mises-en-oeuvre" }, "adoption/index.tsx");
        page({ en: "adoptions/:id", fr: "mises-en-oeuvre/:id" }, "adoption/show.tsx");
        page({ en: "adoptions/:id/change", fr: "mises-en-oeuvre/:id/modification" }, "adoption/change.tsx");
        page({ en: "adoptions/:id/confirmation", fr: "mises-en-oeuvre/:id/confirmation" }, "adoption/confirmation.tsx");
        page({ en: "adoptions/:id/withdrawal", fr: "mises-en-oeuvre/:id/retrait" }, "adoption/withdrawal.tsx");
        page({ en: "admin/retractions", fr: "administration/retractations" }, "admin/retractions.tsx");
        page({ en: "practices/import", fr: "pratiques/importation" }, "exchange/import.tsx");

        page({ en: "organizations/new", fr: "organismes/nouveau" }, "organizations/new.tsx");
        page({ en: "organizations/:slug/claim", fr: "organismes/:slug/revendication" }, "organizations/claim.tsx");
        page({ en: "organizations/:slug/application", fr: "organismes/:slug/demande" }, "organizations/application.tsx");
        page(
          { en: "organizations/:slug/application/withdrawal", fr: "organismes/:slug/demande/retrait" },
          "organizations/application-withdrawal.ts",
        );
        page({ en: "organizations/:slug/orphans", fr: "organismes/:slug/orphelins" }, "organizations/orphans.tsx");
        page({ en: "admin/organizations", fr: "administration/organismes" }, "admin/organizations.tsx");
        page({ en: "admin/organizations/:id", fr: "administration/organismes/:id" }, "admin/organization.tsx");
        page({ en: "admin/organizations/:id/approval", fr: "administration/organismes/:id/approbation" }, "admin/organization-approval.ts");
        page({ en: "admin/organizations/:id/refusal", fr: "administration/organismes/:id/refus" }, "admin/organization-refusal.tsx");
        page({ en: "admin/organizations/:id/closure", fr: "administration/organismes/:id/fermeture" }, "admin/organization-closure.tsx");
        page(
          { en: "admin/organizations/:id/reopening", fr: "administration/organismes/:id/reouverture" },
          "admin/organization-reopening.tsx",
        );
        page({ en: "admin/organizations/:id/merger", fr: "administration/organismes/:id/fusion" }, "admin/organization-merger.tsx");
        page({ en: "admin/orphans", fr: "administration/orphelins" }, "admin/orphans.tsx");

        page({ en: "reviews", fr: "revisions" }, "reviews/index.tsx");

        page({ en: "threads/:id/:slug/title", fr: "fils/:id/:slug/titre" }, "threads/title.tsx");
        page({ en: "threads/:id/:slug/lock", fr: "fils/:id/:slug/verrou" }, "threads/lock.ts");
        page({ en: "threads/:id/:slug/lock/removal", fr: "fils/:id/:slug/verrou/retrait" }, "threads/unlocking.ts");
        page({ en: "threads/:id/:slug/pin", fr: "fils/:id/:slug/epingle" }, "threads/pin.ts");
        page({ en: "threads/:id/:slug/pin/removal", fr: "fils/:id/:slug/epingle/retrait" }, "threads/unpinning.ts");
        page({ en: "threads/:id/:slug/archive", fr: "fils/:id/:slug/archive" }, "threads/archive.ts");
        page({ en: "threads/:id/:slug/reopening", fr: "fils/:id/:slug/reouverture" }, "threads/reopening.ts");
        page({ en: "threads/:id/:slug/category", fr: "fils/:id/:slug/categorie" }, "threads/category.tsx");
        page({ en: "threads/:id/:slug/merger", fr: "fils/:id/:slug/fusion" }, "threads/merger.tsx");
        page({ en: "threads/:id/:slug/split", fr: "fils/:id/:slug/scission" }, "threads/split.tsx");
        page({ en: "threads/:id/:slug/removal", fr: "fils/:id/:slug/retrait" }, "threads/removal.tsx");
        page({ en: "threads/:id/:slug/restoration", fr: "fils/:id/:slug/restauration" }, "threads/restoration.ts");
        page({ en: "forums/drafts", fr: "forums/brouillons" }, "forums/drafts.tsx");
        page({ en: "forums/held", fr: "forums/en-attente" }, "forums/held.tsx");
        page({ en: "forums/held/:id/withdrawal", fr: "forums/en-attente/:id/retrait" }, "forums/held-withdrawal.ts");
        page({ en: "forums/preview", fr: "forums/apercu" }, "forums/preview.tsx");
        page({ en: "forums/:slug/new", fr: "forums/:slug/nouveau" }, "forums/new-thread.tsx");
        page({ en: "threads/:id/:slug/reply", fr: "fils/:id/:slug/reponse" }, "forums/reply.tsx");
        page({ en: "posts/:id/edit", fr: "messages/:id/modifier" }, "forums/post-edit.tsx");
        page({ en: "posts/:id/history", fr: "messages/:id/historique" }, "forums/post-history.tsx");
        page({ en: "posts/:id/source", fr: "messages/:id/source" }, "forums/post-source.ts");
        page({ en: "posts/:id/removal", fr: "messages/:id/retrait" }, "forums/post-removal.tsx");
        page({ en: "posts/:id/restoration", fr: "messages/:id/restauration" }, "forums/post-restoration.ts");
        page({ en: "drafts/:id", fr: "brouillons/:id" }, "forums/draft.ts");
        page({ en: "drafts/:id/removal", fr: "brouillons/:id/abandon" }, "forums/draft-removal.ts");
        page({ en: "bookmarks", fr: "signets" }, "forums/bookmarks.tsx");
        page({ en: "posts/:id/proposal", fr: "messages/:id/proposition" }, "forums/proposal.tsx");
        page({ en: "practices/:slug/improvement", fr: "pratiques/:slug/amelioration" }, "lineage/improvement.tsx");
        page({ en: "practices/:slug/suggestions", fr: "pratiques/:slug/propositions" }, "practices/suggestions.tsx");
        page(
          { en: "practices/:slug/suggestions/:id/taking", fr: "pratiques/:slug/propositions/:id/reprise" },
          "practices/suggestion-taking.ts",
        );
        page(
          { en: "practices/:slug/suggestions/:id/refusal", fr: "pratiques/:slug/propositions/:id/refus" },
          "practices/suggestion-refusal.tsx",
        );
        page({ en: "suggestions/:id/consent", fr: "propositions/:id/accord" }, "practices/suggestion-consent.tsx");
        page({ en: "suggestions/:id/withdrawal", fr: "propositions/:id/retrait" }, "practices/suggestion-withdrawal.ts");
        page({ en: "posts/:id/reaction", fr: "messages/:id/reaction" }, "forums/reaction.ts");
        page({ en: "posts/:id/bookmark", fr: "messages/:id/signet" }, "forums/bookmark.ts");
        page({ en: "posts/:id/bookmark/removal", fr: "messages/:id/signet/retrait" }, "forums/bookmark-removal.ts");
        page({ en: "posts/:id/acceptance", fr: "messages/:id/reponse-retenue" }, "forums/acceptance.ts");
        page({ en: "posts/:id/acceptance/removal", fr: "messages/:id/reponse-retenue/retrait" }, "forums/acceptance-removal.ts");
        page({ en: "posts/:id/wiki", fr: "messages/:id/wiki" }, "forums/wiki.ts");
        page({ en: "posts/:id/wiki/removal", fr: "messages/:id/wiki/retrait" }, "forums/wiki-removal.ts");
        page({ en: "posts/:id/vote", fr: "messages/:id/vote" }, "forums/vote.ts");
        page({ en: "posts/:id/poll/closure", fr: "messages/:id/sondage/cloture" }, "forums/poll-closure.ts");

        page({ en: "organizations/:slug/spaces", fr: "organismes/:slug/espaces" }, "organizations/spaces.tsx");
        page({ en: "organizations/:slug/spaces/new", fr: "organismes/:slug/espaces/nouveau" }, "organizations/new-space.tsx");
        page({ en: "organizations/:slug/spaces/:id", fr: "organismes/:slug/espaces/:id" }, "organizations/space.tsx");
        page(
          { en: "organizations/:slug/spaces/:id/archive", fr: "organismes/:slug/espaces/:id/archive" },
          "organizations/space-archive.ts",
        );
        page(
          { en: "organizations/:slug/spaces/:id/reopening", fr: "organismes/:slug/espaces/:id/reouverture" },
          "organizations/space-reopening.ts",
        );

        page({ en: "admin/categories", fr: "administration/categories" }, "admin/categories.tsx");
        page({ en: "admin/categories/new", fr: "administration/categories/nouvelle" }, "admin/new-category.tsx");
        page({ en: "admin/categories/order", fr: "administration/categories/ordre" }, "admin/category-order.ts");
        page({ en: "admin/categories/:id", fr: "administration/categories/:id" }, "admin/category.tsx");
        page({ en: "admin/categories/:id/archive", fr: "administration/categories/:id/archive" }, "admin/category-archive.ts");
        page({ en: "admin/categories/:id/reopening", fr: "administration/categories/:id/reouverture" }, "admin/category-reopening.ts");

        page({ en: "admin", fr: "administration" }, "admin/index.tsx");
        page({ en: "admin/roles", fr: "administration/roles" }, "admin/roles.tsx");
        page({ en: "admin/roles/:id", fr: "administration/roles/:id" }, "admin/role-request.tsx");
        page({ en: "admin/people", fr: "administration/personnes" }, "admin/people.tsx");
        page({ en: "admin/people/:id", fr: "administration/personnes/:id" }, "admin/person.tsx");
        page({ en: "admin/people/:id/role", fr: "administration/personnes/:id/role" }, "admin/role-grant.tsx");
        page({ en: "admin/people/:id/role/removal", fr: "administration/personnes/:id/role/retrait" }, "admin/role-removal.tsx");
        page({ en: "admin/permissions", fr: "administration/permissions" }, "admin/permissions.tsx");
        page({ en: "admin/audit-log", fr: "administration/journal" }, "admin/audit-log.tsx");
        page({ en: "admin/audit-log/export", fr: "administration/journal/export" }, "admin/audit-export.ts");
        page({ en: "settings/roles", fr: "parametres/roles" }, "settings/roles.tsx");
        page({ en: "settings/roles/withdrawal", fr: "parametres/roles/retrait" }, "settings/role-withdrawal.ts");
        page({ en: "organizations/:slug/role-requests", fr: "organismes/:slug/demandes-de-role" }, "organizations/role-requests.tsx");
        page(
          { en: "organizations/:slug/role-requests/:id", fr: "organismes/:slug/demandes-de-role/:id" },
          "organizations/role-request.tsx",
        );
        page(
          { en: "organizations/:slug/people/:id/practitioner", fr: "organismes/:slug/personnes/:id/role-de-pratique" },
          "organizations/practitioner.tsx",
        );
        page(
          { en: "organizations/:slug/people/:id/practitioner/removal", fr: "organismes/:slug/personnes/:id/role-de-pratique/retrait" },
          "organizations/practitioner-removal.tsx",
        );
        page({ en: "admin/people/:id/scope", fr: "administration/personnes/:id/champ" }, "admin/moderator-scope.tsx");
        page({ en: "admin/people/:id/factors", fr: "administration/personnes/:id/facteurs" }, "admin/factors.tsx");

        page("moderation", "moderation/index.tsx");
        page({ en: "moderation/cases/:id/approval", fr: "moderation/dossiers/:id/approbation" }, "moderation/approval.ts");
        page({ en: "moderation/cases/:id/return", fr: "moderation/dossiers/:id/renvoi" }, "moderation/return.tsx");
        page({ en: "moderation/words", fr: "moderation/mots" }, "moderation/words.tsx");
        page({ en: "moderation/words/:id/removal", fr: "moderation/mots/:id/retrait" }, "moderation/word-removal.ts");
        page({ en: "moderation/cases/:id", fr: "moderation/dossiers/:id" }, "moderation/case.tsx");
        page({ en: "moderation/cases/:id/claim", fr: "moderation/dossiers/:id/prise-en-charge" }, "moderation/claim.ts");
        page(
          { en: "moderation/cases/:id/claim/removal", fr: "moderation/dossiers/:id/prise-en-charge/retrait" },
          "moderation/claim-removal.ts",
        );
        page({ en: "moderation/cases/:id/hiding", fr: "moderation/dossiers/:id/masquage" }, "moderation/hiding.ts");
        page({ en: "moderation/cases/:id/hiding/removal", fr: "moderation/dossiers/:id/masquage/retrait" }, "moderation/hiding-removal.ts");
        page({ en: "moderation/cases/:id/decision", fr: "moderation/dossiers/:id/decision" }, "moderation/decision.tsx");

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

/** What guides and summaries have in common: the same files, under the addresses of each. */
function contributions(page, at, words) {
  const both = (en, fr, file) =>
    page({ en: `${at.en}/${en}`, fr: `${at.fr}/${fr}` }, `contributions/${file}`, `${at.en}/${file.replace(/\.tsx?$/, "")}`);

  both("new", words.new, "new.tsx");
  both("mine", words.mine, "mine.tsx");
  both("preview", "apercu", "preview.tsx");
  both(":slug/edit", ":slug/modifier", "edit.tsx");
  both(":slug/draft", ":slug/brouillon", "draft.ts");
  both(":slug/draft/removal", ":slug/brouillon/abandon", "draft-removal.ts");
  both(":slug/translation", ":slug/traduction", "translation.tsx");
  both(":slug/history", ":slug/historique", "history.tsx");
  both(":slug/history/:number", ":slug/historique/:number", "revision.tsx");
  both(":slug/history/:number/restoration", ":slug/historique/:number/restauration", "restoration.ts");
  both(":slug/submission", ":slug/soumission", "submission.tsx");
  both(":slug/submission/withdrawal", ":slug/soumission/retrait", "withdrawal.ts");
  both(":slug/review", ":slug/revision", "review.tsx");
  both(":slug/review/claim", ":slug/revision/prise-en-charge", "claim.ts");
  both(":slug/retirement", ":slug/retrait", "retirement.tsx");
  both(":slug/disposal", ":slug/mise-au-rebut", "disposal.ts");
  both(":slug/recovery", ":slug/recuperation", "recovery.ts");
  both(":slug/discussion", ":slug/discussion", "discussion.tsx");
  both(":slug/flag", ":slug/signalement", "flag.tsx");
  both(":slug/follow", ":slug/suivi", "follow.ts");
  both(":slug/versions/:number", ":slug/versions/:number", "version.tsx");
  both(":slug/versions/:number/citation/:format", ":slug/versions/:number/citation/:format", "version-citation.ts");
  both(":slug/citation", ":slug/citation", "citation.tsx");
  both(":slug/waiver", ":slug/dispense", "waiver.tsx");
  both(":slug/parity", ":slug/parite", "parity.tsx");
  both(":slug/parity/declaration", ":slug/parite/declaration", "parity-declaration.ts");
}
