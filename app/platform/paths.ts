import { type Language, languageOf, otherLanguage } from "~/i18n/languages";

/**
 * Every page the portal links to, with its address in both languages: the other half of remix.config.js.
 * Nobody else builds an address.
 */
const pages = {
  home: { en: "", fr: "" },
  about: { en: "about", fr: "a-propos" },
  conduct: { en: "code-of-conduct", fr: "code-de-conduite" },
  terms: { en: "terms", fr: "conditions" },
  privacy: { en: "privacy", fr: "confidentialite" },
  accessibility: { en: "accessibility", fr: "accessibilite" },

  signIn: { en: "sign-in", fr: "connexion" },
  organizationSignIn: { en: "sign-in/organization", fr: "connexion/organisme" },
  organizationRefusal: { en: "sign-in/organization/refusal", fr: "connexion/organisme/refus" },
  secondFactor: { en: "sign-in/second-factor", fr: "connexion/second-facteur" },
  signInReturn: { en: "sign-in/return", fr: "connexion/retour" },
  signInEnd: { en: "sign-in/end", fr: "connexion/abandon" },
  passkeySignIn: { en: "sign-in/passkey", fr: "connexion/cle-d-acces" },
  passkeyChallenge: { en: "sign-in/passkey/challenge", fr: "connexion/cle-d-acces/defi" },
  signUp: { en: "sign-up", fr: "inscription" },
  signOut: { en: "sign-out", fr: "deconnexion" },
  verifyEmail: { en: "verify-email", fr: "verification-du-courriel" },
  forgottenPassword: { en: "forgotten-password", fr: "mot-de-passe-oublie" },
  newPassword: { en: "new-password", fr: "nouveau-mot-de-passe" },
  account: { en: "settings/account", fr: "parametres/compte" },
  proof: { en: "settings/proof", fr: "parametres/preuve" },
  profileSettings: { en: "settings/profile", fr: "parametres/profil" },
  profilePhoto: { en: "settings/profile/photo", fr: "parametres/profil/photo" },
  profilePhotoRemoval: { en: "settings/profile/photo/removal", fr: "parametres/profil/photo/retrait" },
  passwordChange: { en: "settings/password", fr: "parametres/mot-de-passe" },
  security: { en: "settings/security", fr: "parametres/securite" },
  authenticator: { en: "settings/security/authenticator", fr: "parametres/securite/application" },
  authenticatorRemoval: { en: "settings/security/authenticator/removal", fr: "parametres/securite/application/retrait" },
  recoveryCodes: { en: "settings/security/recovery-codes", fr: "parametres/securite/codes-de-secours" },
  newPasskey: { en: "settings/security/passkeys/new", fr: "parametres/securite/cles-d-acces/nouvelle" },
  newPasskeyChallenge: { en: "settings/security/passkeys/challenge", fr: "parametres/securite/cles-d-acces/defi" },
  passkeyRemoval: { en: "settings/security/passkeys/:id/removal", fr: "parametres/securite/cles-d-acces/:id/retrait" },
  newOwnPassword: { en: "settings/security/password", fr: "parametres/securite/mot-de-passe" },
  passwordRemoval: { en: "settings/security/password/removal", fr: "parametres/securite/mot-de-passe/retrait" },
  emailChange: { en: "settings/email", fr: "parametres/courriel" },
  emailCancellation: { en: "settings/email/cancellation", fr: "parametres/courriel/annulation" },
  emailConfirmation: { en: "email-confirmation", fr: "confirmation-du-courriel" },
  emailRefusal: { en: "email-confirmation/refusal", fr: "confirmation-du-courriel/refus" },
  sessions: { en: "settings/sessions", fr: "parametres/sessions" },
  sessionEnding: { en: "settings/sessions/ending", fr: "parametres/sessions/fermeture" },
  otherSessions: { en: "settings/sessions/others", fr: "parametres/sessions/autres" },
  follows: { en: "settings/follows", fr: "parametres/suivis" },
  consent: { en: "consent", fr: "consentement" },

  practices: { en: "practices", fr: "pratiques" },
  practiceNew: { en: "practices/new", fr: "pratiques/nouveau" },
  practiceMine: { en: "practices/mine", fr: "pratiques/les-miens" },
  practiceImport: { en: "practices/import", fr: "pratiques/importation" },
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
  practiceDiscussion: { en: "practices/:slug/discussion", fr: "pratiques/:slug/discussion" },
  practiceFollow: { en: "practices/:slug/follow", fr: "pratiques/:slug/suivi" },
  practiceFlag: { en: "practices/:slug/flag", fr: "pratiques/:slug/signalement" },
  practiceVersion: { en: "practices/:slug/versions/:number", fr: "pratiques/:slug/versions/:number" },
  practiceVersionCitation: {
    en: "practices/:slug/versions/:number/citation/:format",
    fr: "pratiques/:slug/versions/:number/citation/:format",
  },
  practiceCitation: { en: "practices/:slug/citation", fr: "pratiques/:slug/citation" },

  summaries: { en: "evidence", fr: "donnees-probantes" },
  summaryNew: { en: "evidence/new", fr: "donnees-probantes/nouvelle" },
  summaryMine: { en: "evidence/mine", fr: "donnees-probantes/les-miennes" },
  summaryPreview: { en: "evidence/preview", fr: "donnees-probantes/apercu" },
  summary: { en: "evidence/:slug", fr: "donnees-probantes/:slug" },
  summaryEdit: { en: "evidence/:slug/edit", fr: "donnees-probantes/:slug/modifier" },
  summaryDraft: { en: "evidence/:slug/draft", fr: "donnees-probantes/:slug/brouillon" },
  summaryDraftRemoval: { en: "evidence/:slug/draft/removal", fr: "donnees-probantes/:slug/brouillon/abandon" },
  summaryTranslation: { en: "evidence/:slug/translation", fr: "donnees-probantes/:slug/traduction" },
  summaryHistory: { en: "evidence/:slug/history", fr: "donnees-probantes/:slug/historique" },
  summaryRevision: { en: "evidence/:slug/history/:number", fr: "donnees-probantes/:slug/historique/:number" },
  summaryRestoration: { en: "evidence/:slug/history/:number/restoration", fr: "donnees-probantes/:slug/historique/:number/restauration" },
  summarySubmission: { en: "evidence/:slug/submission", fr: "donnees-probantes/:slug/soumission" },
  summaryWithdrawal: { en: "evidence/:slug/submission/withdrawal", fr: "donnees-probantes/:slug/soumission/retrait" },
  summaryReview: { en: "evidence/:slug/review", fr: "donnees-probantes/:slug/revision" },
  summaryClaim: { en: "evidence/:slug/review/claim", fr: "donnees-probantes/:slug/revision/prise-en-charge" },
  summaryRetirement: { en: "evidence/:slug/retirement", fr: "donnees-probantes/:slug/retrait" },
  summaryDisposal: { en: "evidence/:slug/disposal", fr: "donnees-probantes/:slug/mise-au-rebut" },
  summaryRecovery: { en: "evidence/:slug/recovery", fr: "donnees-probantes/:slug/recuperation" },
  summaryDiscussion: { en: "evidence/:slug/discussion", fr: "donnees-probantes/:slug/discussion" },
  summaryFollow: { en: "evidence/:slug/follow", fr: "donnees-probantes/:slug/suivi" },
  summaryFlag: { en: "evidence/:slug/flag", fr: "donnees-probantes/:slug/signalement" },
  summaryVersion: { en: "evidence/:slug/versions/:number", fr: "donnees-probantes/:slug/versions/:number" },
  summaryVersionCitation: {
    en: "evidence/:slug/versions/:number/citation/:format",
    fr: "donnees-probantes/:slug/versions/:number/citation/:format",
  },
  summaryCitation: { en: "evidence/:slug/citation", fr: "donnees-probantes/:slug/citation" },
  bibliography: { en: "evidence/:slug/bibliography", fr: "donnees-probantes/:slug/bibliographie" },
  bibliographyFile: { en: "evidence/:slug/bibliography/:format", fr: "donnees-probantes/:slug/bibliographie/:format" },
  references: { en: "evidence/:slug/references", fr: "donnees-probantes/:slug/references" },
  newReference: { en: "evidence/:slug/references/new", fr: "donnees-probantes/:slug/references/nouvelle" },
  referenceImports: { en: "evidence/:slug/references/imports", fr: "donnees-probantes/:slug/references/importations" },
  referenceImport: { en: "evidence/:slug/references/imports/:id", fr: "donnees-probantes/:slug/references/importations/:id" },
  importAcceptance: {
    en: "evidence/:slug/references/imports/:id/acceptance",
    fr: "donnees-probantes/:slug/references/importations/:id/reprise",
  },
  importRemoval: { en: "evidence/:slug/references/imports/:id/removal", fr: "donnees-probantes/:slug/references/importations/:id/abandon" },
  reference: { en: "evidence/:slug/references/:id", fr: "donnees-probantes/:slug/references/:id" },
  referenceRemoval: { en: "evidence/:slug/references/:id/removal", fr: "donnees-probantes/:slug/references/:id/retrait" },

  terminology: { en: "terminology", fr: "terminologie" },
  newTermPair: { en: "terminology/new", fr: "terminologie/nouveau" },
  termPair: { en: "terminology/:id", fr: "terminologie/:id" },
  termPairRemoval: { en: "terminology/:id/removal", fr: "terminologie/:id/retrait" },

  siteParity: { en: "parity", fr: "parite" },
  organizationTasks: { en: "organizations/:slug/tasks", fr: "organismes/:slug/taches" },
  organizationParity: { en: "organizations/:slug/parity", fr: "organismes/:slug/parite" },
  improvement: { en: "practices/:slug/improvement", fr: "pratiques/:slug/amelioration" },
  practiceWaiver: { en: "practices/:slug/waiver", fr: "pratiques/:slug/dispense" },
  practiceFile: { en: "practices/:slug/versions/:number/files/:format", fr: "pratiques/:slug/versions/:number/fichiers/:format" },
  copy: { en: "copies/:id", fr: "copies/:id" },
  practiceParity: { en: "practices/:slug/parity", fr: "pratiques/:slug/parite" },
  practiceParityDeclaration: { en: "practices/:slug/parity/declaration", fr: "pratiques/:slug/parite/declaration" },
  summaryWaiver: { en: "evidence/:slug/waiver", fr: "donnees-probantes/:slug/dispense" },
  summaryParity: { en: "evidence/:slug/parity", fr: "donnees-probantes/:slug/parite" },
  summaryParityDeclaration: { en: "evidence/:slug/parity/declaration", fr: "donnees-probantes/:slug/parite/declaration" },
  adaptation: { en: "practices/:slug/adaptation", fr: "pratiques/:slug/adaptation" },
  lineage: { en: "practices/:slug/lineage", fr: "pratiques/:slug/filiation" },
  comparison: { en: "practices/:slug/comparison", fr: "pratiques/:slug/comparaison" },
  upstream: { en: "practices/:slug/upstream", fr: "pratiques/:slug/amont" },
  uses: { en: "evidence/:slug/uses", fr: "donnees-probantes/:slug/utilisations" },
  practiceGraph: { en: "practices/:slug/graph", fr: "pratiques/:slug/graphe" },
  summaryGraph: { en: "evidence/:slug/graph", fr: "donnees-probantes/:slug/graphe" },
  evidenceReview: { en: "practices/:slug/evidence-review", fr: "pratiques/:slug/examen-des-preuves" },
  practiceAdoption: { en: "practices/:slug/adoption", fr: "pratiques/:slug/mise-en-oeuvre" },
  adoptions: { en: "adoptions", fr: "mises-en-oeuvre" },
  adoption: { en: "adoptions/:id", fr: "mises-en-oeuvre/:id" },
  adoptionChange: { en: "adoptions/:id/change", fr: "mises-en-oeuvre/:id/modification" },
  adoptionConfirmation: { en: "adoptions/:id/confirmation", fr: "mises-en-oeuvre/:id/confirmation" },
  adoptionWithdrawal: { en: "adoptions/:id/withdrawal", fr: "mises-en-oeuvre/:id/retrait" },
  retractions: { en: "admin/retractions", fr: "administration/retractations" },

  organizations: { en: "organizations", fr: "organismes" },
  newOrganization: { en: "organizations/new", fr: "organismes/nouveau" },
  organization: { en: "organizations/:slug", fr: "organismes/:slug" },
  organizationEdit: { en: "organizations/:slug/edit", fr: "organismes/:slug/modifier" },
  organizationLogo: { en: "organizations/:slug/logo", fr: "organismes/:slug/logo" },
  logoRemoval: { en: "organizations/:slug/logo/removal", fr: "organismes/:slug/logo/retrait" },
  organizationSso: { en: "organizations/:slug/sign-in", fr: "organismes/:slug/connexion" },
  organizationSsoRemoval: { en: "organizations/:slug/sign-in/removal", fr: "organismes/:slug/connexion/retrait" },

  invitation: { en: "invitation", fr: "invitation" },
  invitationAccount: { en: "invitation/account", fr: "invitation/compte" },
  myOrganizations: { en: "settings/organizations", fr: "parametres/organismes" },
  organizationPeople: { en: "organizations/:slug/people", fr: "organismes/:slug/personnes" },
  newInvitation: { en: "organizations/:slug/people/invitation", fr: "organismes/:slug/personnes/invitation" },
  invitationList: { en: "organizations/:slug/people/invitations", fr: "organismes/:slug/personnes/invitations" },
  invitationSending: { en: "organizations/:slug/people/invitations/sending", fr: "organismes/:slug/personnes/invitations/envoi" },
  invitationRenewal: {
    en: "organizations/:slug/people/invitations/:id/renewal",
    fr: "organismes/:slug/personnes/invitations/:id/renouvellement",
  },
  invitationRevocation: {
    en: "organizations/:slug/people/invitations/:id/revocation",
    fr: "organismes/:slug/personnes/invitations/:id/annulation",
  },
  organizationDomains: { en: "organizations/:slug/people/domains", fr: "organismes/:slug/personnes/domaines" },
  domainRemoval: { en: "organizations/:slug/people/domains/removal", fr: "organismes/:slug/personnes/domaines/retrait" },
  joinRequestReview: { en: "organizations/:slug/people/requests/:id", fr: "organismes/:slug/personnes/demandes/:id" },
  joinRequestApproval: {
    en: "organizations/:slug/people/requests/:id/approval",
    fr: "organismes/:slug/personnes/demandes/:id/approbation",
  },
  joinRequestRefusal: { en: "organizations/:slug/people/requests/:id/refusal", fr: "organismes/:slug/personnes/demandes/:id/refus" },
  stewardship: { en: "organizations/:slug/people/:person/stewardship", fr: "organismes/:slug/personnes/:person/responsabilite" },
  stewardshipEnd: { en: "organizations/:slug/people/:person/stewardship/end", fr: "organismes/:slug/personnes/:person/responsabilite/fin" },
  personRemoval: { en: "organizations/:slug/people/:person/removal", fr: "organismes/:slug/personnes/:person/retrait" },
  joinRequest: { en: "organizations/:slug/join", fr: "organismes/:slug/adhesion" },
  joinRequestWithdrawal: { en: "organizations/:slug/join/withdrawal", fr: "organismes/:slug/adhesion/retrait" },
  joinByDomain: { en: "organizations/:slug/join/domain", fr: "organismes/:slug/adhesion/domaine" },
  departure: { en: "organizations/:slug/membership/departure", fr: "organismes/:slug/appartenance/depart" },

  people: { en: "people", fr: "personnes" },
  person: { en: "people/:slug", fr: "personnes/:slug" },

  ownData: { en: "settings/data", fr: "parametres/donnees" },
  dataExport: { en: "settings/data/export", fr: "parametres/donnees/archive" },
  dataArchive: { en: "settings/data/export/:id", fr: "parametres/donnees/archive/:id" },
  deactivation: { en: "settings/deactivation", fr: "parametres/desactivation" },
  deletion: { en: "settings/deletion", fr: "parametres/suppression" },

  organizationClaim: { en: "organizations/:slug/claim", fr: "organismes/:slug/revendication" },
  organizationApplication: { en: "organizations/:slug/application", fr: "organismes/:slug/demande" },
  organizationApplicationWithdrawal: { en: "organizations/:slug/application/withdrawal", fr: "organismes/:slug/demande/retrait" },
  organizationOrphans: { en: "organizations/:slug/orphans", fr: "organismes/:slug/orphelins" },
  adminOrganizations: { en: "admin/organizations", fr: "administration/organismes" },
  adminOrganization: { en: "admin/organizations/:id", fr: "administration/organismes/:id" },
  adminOrganizationApproval: { en: "admin/organizations/:id/approval", fr: "administration/organismes/:id/approbation" },
  adminOrganizationRefusal: { en: "admin/organizations/:id/refusal", fr: "administration/organismes/:id/refus" },
  adminOrganizationClosure: { en: "admin/organizations/:id/closure", fr: "administration/organismes/:id/fermeture" },
  adminOrganizationReopening: { en: "admin/organizations/:id/reopening", fr: "administration/organismes/:id/reouverture" },
  adminOrganizationMerger: { en: "admin/organizations/:id/merger", fr: "administration/organismes/:id/fusion" },
  adminOrphans: { en: "admin/orphans", fr: "administration/orphelins" },

  reviews: { en: "reviews", fr: "revisions" },

  forums: { en: "forums", fr: "forums" },
  forumDrafts: { en: "forums/drafts", fr: "forums/brouillons" },
  forumPreview: { en: "forums/preview", fr: "forums/apercu" },
  similarThreads: { en: "forums/similar", fr: "forums/semblables" },
  similarPage: { en: "forums/similar/list", fr: "forums/semblables/liste" },
  mentionable: { en: "forums/names", fr: "forums/noms" },
  linkable: { en: "forums/links", fr: "forums/liens" },
  forumTopic: { en: "forums/topics/:key", fr: "forums/themes/:key" },
  topicFollow: { en: "forums/topics/:key/follow", fr: "forums/themes/:key/suivi" },
  heldPosts: { en: "forums/held", fr: "forums/en-attente" },
  heldPostWithdrawal: { en: "forums/held/:id/withdrawal", fr: "forums/en-attente/:id/retrait" },
  category: { en: "forums/:slug", fr: "forums/:slug" },
  newThread: { en: "forums/:slug/new", fr: "forums/:slug/nouveau" },
  categoryFollow: { en: "forums/:slug/follow", fr: "forums/:slug/suivi" },
  threads: { en: "threads", fr: "fils" },
  thread: { en: "threads/:id/:slug", fr: "fils/:id/:slug" },
  threadUnread: { en: "threads/:id/:slug/unread", fr: "fils/:id/:slug/non-lus" },
  reply: { en: "threads/:id/:slug/reply", fr: "fils/:id/:slug/reponse" },
  threadFollow: { en: "threads/:id/:slug/follow", fr: "fils/:id/:slug/suivi" },
  threadReading: { en: "threads/:id/:slug/reading", fr: "fils/:id/:slug/lecture" },
  threadTitle: { en: "threads/:id/:slug/title", fr: "fils/:id/:slug/titre" },
  threadLock: { en: "threads/:id/:slug/lock", fr: "fils/:id/:slug/verrou" },
  threadUnlocking: { en: "threads/:id/:slug/lock/removal", fr: "fils/:id/:slug/verrou/retrait" },
  threadPin: { en: "threads/:id/:slug/pin", fr: "fils/:id/:slug/epingle" },
  threadUnpinning: { en: "threads/:id/:slug/pin/removal", fr: "fils/:id/:slug/epingle/retrait" },
  threadArchive: { en: "threads/:id/:slug/archive", fr: "fils/:id/:slug/archive" },
  threadReopening: { en: "threads/:id/:slug/reopening", fr: "fils/:id/:slug/reouverture" },
  threadCategory: { en: "threads/:id/:slug/category", fr: "fils/:id/:slug/categorie" },
  threadMerger: { en: "threads/:id/:slug/merger", fr: "fils/:id/:slug/fusion" },
  threadSplit: { en: "threads/:id/:slug/split", fr: "fils/:id/:slug/scission" },
  threadRemoval: { en: "threads/:id/:slug/removal", fr: "fils/:id/:slug/retrait" },
  threadRestoration: { en: "threads/:id/:slug/restoration", fr: "fils/:id/:slug/restauration" },
  post: { en: "threads/:id/:slug/:number", fr: "fils/:id/:slug/:number" },
  postPlace: { en: "posts/:id", fr: "messages/:id" },
  postEdit: { en: "posts/:id/edit", fr: "messages/:id/modifier" },
  postHistory: { en: "posts/:id/history", fr: "messages/:id/historique" },
  postSource: { en: "posts/:id/source", fr: "messages/:id/source" },
  postRemoval: { en: "posts/:id/removal", fr: "messages/:id/retrait" },
  postRestoration: { en: "posts/:id/restoration", fr: "messages/:id/restauration" },
  postReaction: { en: "posts/:id/reaction", fr: "messages/:id/reaction" },
  postBookmark: { en: "posts/:id/bookmark", fr: "messages/:id/signet" },
  bookmarkRemoval: { en: "posts/:id/bookmark/removal", fr: "messages/:id/signet/retrait" },
  postAcceptance: { en: "posts/:id/acceptance", fr: "messages/:id/reponse-retenue" },
  acceptanceRemoval: { en: "posts/:id/acceptance/removal", fr: "messages/:id/reponse-retenue/retrait" },
  postWiki: { en: "posts/:id/wiki", fr: "messages/:id/wiki" },
  wikiRemoval: { en: "posts/:id/wiki/removal", fr: "messages/:id/wiki/retrait" },
  postVote: { en: "posts/:id/vote", fr: "messages/:id/vote" },
  pollClosure: { en: "posts/:id/poll/closure", fr: "messages/:id/sondage/cloture" },
  postProposal: { en: "posts/:id/proposal", fr: "messages/:id/proposition" },
  bookmarks: { en: "bookmarks", fr: "signets" },
  postDraft: { en: "drafts/:id", fr: "brouillons/:id" },
  postDraftRemoval: { en: "drafts/:id/removal", fr: "brouillons/:id/abandon" },
  attachments: { en: "attachments", fr: "pieces-jointes" },
  notifications: { en: "notifications", fr: "avis" },
  notificationsReading: { en: "notifications/reading", fr: "avis/lecture" },
  practiceSuggestions: { en: "practices/:slug/suggestions", fr: "pratiques/:slug/propositions" },
  suggestionTaking: { en: "practices/:slug/suggestions/:id/taking", fr: "pratiques/:slug/propositions/:id/reprise" },
  suggestionRefusal: { en: "practices/:slug/suggestions/:id/refusal", fr: "pratiques/:slug/propositions/:id/refus" },
  suggestionConsent: { en: "suggestions/:id/consent", fr: "propositions/:id/accord" },
  suggestionWithdrawal: { en: "suggestions/:id/withdrawal", fr: "propositions/:id/retrait" },
  adminCategories: { en: "admin/categories", fr: "administration/categories" },
  newCategory: { en: "admin/categories/new", fr: "administration/categories/nouvelle" },
  categoryOrder: { en: "admin/categories/order", fr: "administration/categories/ordre" },
  categoryEdit: { en: "admin/categories/:id", fr: "administration/categories/:id" },
  categoryArchive: { en: "admin/categories/:id/archive", fr: "administration/categories/:id/archive" },
  categoryReopening: { en: "admin/categories/:id/reopening", fr: "administration/categories/:id/reouverture" },
  organizationSpaces: { en: "organizations/:slug/spaces", fr: "organismes/:slug/espaces" },
  newSpace: { en: "organizations/:slug/spaces/new", fr: "organismes/:slug/espaces/nouveau" },
  spaceEdit: { en: "organizations/:slug/spaces/:id", fr: "organismes/:slug/espaces/:id" },
  spaceArchive: { en: "organizations/:slug/spaces/:id/archive", fr: "organismes/:slug/espaces/:id/archive" },
  spaceReopening: { en: "organizations/:slug/spaces/:id/reopening", fr: "organismes/:slug/espaces/:id/reouverture" },

  admin: { en: "admin", fr: "administration" },
  adminRoles: { en: "admin/roles", fr: "administration/roles" },
  adminRole: { en: "admin/roles/:id", fr: "administration/roles/:id" },
  adminPeople: { en: "admin/people", fr: "administration/personnes" },
  adminPerson: { en: "admin/people/:id", fr: "administration/personnes/:id" },
  adminRoleGrant: { en: "admin/people/:id/role", fr: "administration/personnes/:id/role" },
  adminRoleRemoval: { en: "admin/people/:id/role/removal", fr: "administration/personnes/:id/role/retrait" },
  adminPermissions: { en: "admin/permissions", fr: "administration/permissions" },
  roleSettings: { en: "settings/roles", fr: "parametres/roles" },
  roleWithdrawal: { en: "settings/roles/withdrawal", fr: "parametres/roles/retrait" },
  organizationRoles: { en: "organizations/:slug/role-requests", fr: "organismes/:slug/demandes-de-role" },
  organizationRole: { en: "organizations/:slug/role-requests/:id", fr: "organismes/:slug/demandes-de-role/:id" },
  practitionerGrant: { en: "organizations/:slug/people/:id/practitioner", fr: "organismes/:slug/personnes/:id/role-de-pratique" },
  practitionerRemoval: {
    en: "organizations/:slug/people/:id/practitioner/removal",
    fr: "organismes/:slug/personnes/:id/role-de-pratique/retrait",
  },

  rules: { en: "rules", fr: "regles" },
  transparency: { en: "transparency", fr: "transparence" },
  postFlag: { en: "posts/:id/flag", fr: "messages/:id/signalement" },
  personFlag: { en: "people/:slug/flag", fr: "personnes/:slug/signalement" },
  organizationFlag: { en: "organizations/:slug/flag", fr: "organismes/:slug/signalement" },
  distances: { en: "settings/distances", fr: "parametres/distances" },
  distance: { en: "distances/:id", fr: "distances/:id" },
  distanceRemoval: { en: "distances/:id/removal", fr: "distances/:id/retrait" },
  moderation: { en: "moderation", fr: "moderation" },
  moderationCase: { en: "moderation/cases/:id", fr: "moderation/dossiers/:id" },
  caseClaim: { en: "moderation/cases/:id/claim", fr: "moderation/dossiers/:id/prise-en-charge" },
  caseClaimRemoval: { en: "moderation/cases/:id/claim/removal", fr: "moderation/dossiers/:id/prise-en-charge/retrait" },
  caseHiding: { en: "moderation/cases/:id/hiding", fr: "moderation/dossiers/:id/masquage" },
  caseHidingRemoval: { en: "moderation/cases/:id/hiding/removal", fr: "moderation/dossiers/:id/masquage/retrait" },
  caseDecision: { en: "moderation/cases/:id/decision", fr: "moderation/dossiers/:id/decision" },
  caseApproval: { en: "moderation/cases/:id/approval", fr: "moderation/dossiers/:id/approbation" },
  caseReturn: { en: "moderation/cases/:id/return", fr: "moderation/dossiers/:id/renvoi" },
  caseRuling: { en: "moderation/cases/:id/ruling", fr: "moderation/dossiers/:id/appel" },
  postCase: { en: "posts/:id/case", fr: "messages/:id/dossier" },
  sanctions: { en: "moderation/sanctions", fr: "moderation/mesures" },
  sanctionLifting: { en: "moderation/sanctions/:id/lifting", fr: "moderation/mesures/:id/levee" },
  watchedWords: { en: "moderation/words", fr: "moderation/mots" },
  watchedWordRemoval: { en: "moderation/words/:id/removal", fr: "moderation/mots/:id/retrait" },
  moderatorScope: { en: "admin/people/:id/scope", fr: "administration/personnes/:id/champ" },
  auditLog: { en: "admin/audit-log", fr: "administration/journal" },
  auditExport: { en: "admin/audit-log/export", fr: "administration/journal/export" },
  ownModeration: { en: "settings/moderation", fr: "parametres/moderation" },
  decision: { en: "decisions/:id", fr: "decisions/:id" },
  decisionAppeal: { en: "decisions/:id/appeal", fr: "decisions/:id/appel" },
  appealByMail: { en: "appeals/:token", fr: "appels/:token" },

  factorsReset: { en: "admin/people/:id/factors", fr: "administration/personnes/:id/facteurs" },
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

/** The page of a thread on which a post stands, and the post on it. */
export const postPath = (
  language: Language,
  { id, slug, page, number }: { id: string; slug: string; page: number; number: number },
): string => pathTo(language, "thread", { id, slug, page: page > 1 ? page : undefined }, `post-${number}`);

/** The address of a file that the portal keeps. It is the same in both languages. */
export const fileAt = (key: string): string => `/files/${encodeURIComponent(key)}`;

/** Where libraries harvest what is public (OAI-PMH). It is the same in both languages. */
export const oaiAt = "/oai";

/** Where open pages hear of what is new. It is the same in both languages. */
export const liveAt = "/live";

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
