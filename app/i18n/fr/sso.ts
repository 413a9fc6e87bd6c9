import type { sso as en } from "../en/sso";
import type { SameKeysAs } from "../translate";

export const sso = {
  signIn: {
    title: "Se connecter par son organisme",
    lead: "Si votre organisme l’a prévu, vous vous connectez avec le compte que vous y avez. Votre adresse professionnelle nous dit où vous envoyer.",
    submit: "Continuer",
    byPassword: "Se connecter plutôt avec un mot de passe",
    link: "Se connecter par son organisme",
  },
  leaving: {
    title: "Un instant",
    lead: "Vous vous connectez chez {{host}}, puis vous revenez ici automatiquement.",
    go: "Aller à {{host}}",
  },
  refused: {
    title: "Cela n’a pas fonctionné",
    nothing: "Rien n’a été modifié, et personne n’a été connecté.",
    again: "Essayer de nouveau",
    reasons: {
      unknown: "Cette connexion est inconnue ici, ou a déjà servi. Chacune ne fonctionne qu’une fois.",
      expired: "Cette connexion a pris plus de dix minutes. Veuillez recommencer.",
      foreign: "Cette connexion a été commencée dans un autre navigateur. Veuillez recommencer dans celui-ci.",
      denied: "Votre organisme n’a pas laissé passer la connexion, ou vous l’avez interrompue.",
      unverified:
        "Votre organisme n’indique pas avoir vérifié votre adresse de courriel ; nous ne pouvons donc pas savoir quel compte est le vôtre. Adressez-vous aux responsables des connexions de votre organisme.",
      domain:
        "L’adresse donnée par votre organisme n’appartient pas à l’un de ses domaines. Adressez-vous aux responsables des connexions de votre organisme.",
      closed: "La connexion par cet organisme n’est pas ouverte en ce moment.",
      suspended:
        "Ce compte est suspendu en ce moment. Le courriel à ce sujet dit jusqu’à quand, pourquoi, et comment porter la décision en appel.",
      provider:
        "Nous n’avons pas pu vérifier la réponse de votre organisme. Veuillez réessayer ; si cela se reproduit, dites-le aux responsables des connexions de votre organisme.",
    },
  },
  settings: {
    title: "Connexion par l’organisme",
    lead: "Comment les personnes de l’organisme {{name}} se connectent avec le compte qu’ils y ont (OpenID Connect).",
    issuer: "Adresse du fournisseur (émetteur)",
    issuerHint: "Par exemple https://connexion.example.org. À l’enregistrement, on vérifie qu’il répond.",
    clientId: "Identifiant du client",
    secret: "Secret du client",
    secretKept: "Laissez vide pour garder le secret actuel.",
    standing: "Est-elle ouverte ?",
    isActive: "On peut se connecter ainsi",
    submit: "Enregistrer",
    remove: "Retirer cette connexion",
    callback: "Adresse de retour, à inscrire chez le fournisseur",
    domains: "Domaines de l’organisme",
    noDomains:
      "L’organisme n’a pas encore de domaine. Seules les adresses de ses propres domaines permettent de se connecter : ajoutez-en d’abord un à la page de ses membres.",
  },
  errors: {
    issuer: "Donnez une adresse qui commence par https:// et qui se trouve sur le Web public.",
    noProvider: "Aucun fournisseur OpenID Connect ne répond à cette adresse.",
    clientIdRequired: "Donnez l’identifiant du client que le fournisseur vous a remis.",
    secretRequired: "Donnez le secret du client que le fournisseur vous a remis.",
    tooLong: "C’est trop long.",
    noSignIn: "Aucun organisme n’a prévu de connexion pour cette adresse. Vous pouvez vous connecter avec un mot de passe.",
  },
  flash: {
    saved: "La connexion est enregistrée.",
    removed:
      "La connexion est retirée. Chaque personne garde son compte et peut choisir un mot de passe au lien « Mot de passe oublié ? ».",
  },
} as const satisfies SameKeysAs<typeof en>;
