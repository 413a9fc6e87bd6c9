import type { site as en } from "../en/site";
import type { SameKeysAs } from "../translate";

export const site = {
  name: "Le Carrefour des pratiques",
  tagline: "Les pratiques de prescription sociale, partagées partout au Canada",
  skipToContent: "Passer au contenu principal",
  skipToFooter: "Passer au pied de page",
  otherLanguage: "English",
  otherLanguageLabel: "Read this page in English",
  navigation: "Principale",
  menu: "Menu",
  breadcrumb: "Vous êtes ici",
  home: "Accueil",
  search: "Chercher dans les guides de pratique",
  searchLabel: "Chercher",
  signIn: "Se connecter",
  signUp: "Créer un compte",
  signOut: "Se déconnecter",
  account: "Compte",
  myAccount: "Mon compte",
  theme: { label: "Apparence", auto: "Comme mon appareil", light: "Claire", dark: "Sombre" },
  footer: {
    label: "À propos de ce site",
    about: "À propos",
    conduct: "Code de conduite",
    privacy: "Confidentialité",
    accessibility: "Accessibilité",
    licence: "Les textes sont partagés sous licence CC BY 4.0, sauf indication contraire.",
    notGovernment: "Un portail communautaire indépendant, qui n’est ni un site gouvernemental ni un avis médical.",
  },
  dateModified: "Date de modification :",
  form: { required: "(obligatoire)", error: "Erreur :", invalid: "Veuillez vérifier ce que vous avez entré ici." },
  error: {
    summary: "Veuillez vérifier le formulaire",
    back: "Retour à l’accueil",
    notFound: {
      title: "Cette page est introuvable",
      text: "L’adresse comporte peut-être une erreur, ou ce qui s’y trouvait ne vous est pas accessible. Essayez la recherche ou repartez de l’accueil.",
    },
    forbidden: {
      title: "Cette action ne vous est pas permise",
      text: "Votre compte n’a pas le droit de faire cela. Si vous pensez qu’il le devrait, adressez-vous aux responsables de votre organisme.",
    },
    gone: { title: "Ce contenu n’est plus ici", text: "Ce qui se trouvait à cette adresse a été retiré." },
    conflict: {
      title: "Les choses ont changé entre-temps",
      text: "Une autre personne a été plus rapide, ou l’action a déjà été faite dans une autre fenêtre. Revenez en arrière et rechargez la page pour voir où en sont les choses.",
    },
    invalid: {
      title: "La demande n’a pas pu être comprise",
      text: "Ce qui a été envoyé ne convient pas à cette page. Revenez en arrière, vérifiez et réessayez. Rien n’a été modifié.",
    },
    tooLarge: { title: "C’est trop volumineux", text: "Ce qui a été envoyé dépasse ce que cette page accepte. Rien n’a été modifié." },
    tooMany: { title: "C’était trop souvent", text: "Il y a eu trop de tentatives en peu de temps. Attendez un peu, puis réessayez." },
    unavailable: {
      title: "Le portail reprend son souffle",
      text: "Une partie du portail redémarre. Rien de ce qui a été enregistré n’est perdu. Réessayez dans un instant.",
    },
    unexpected: {
      title: "Un problème est survenu",
      text: "La faute est de notre côté et elle a été consignée. Rien de ce qui a été enregistré n’est perdu. Réessayez dans un instant.",
    },
    reference: "Si vous signalez le problème, donnez cette référence : {{id}}",
  },
} satisfies SameKeysAs<typeof en>;
