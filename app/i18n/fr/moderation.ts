import type { moderation as en } from "../en/moderation";
import type { SameKeysAs } from "../translate";

export const moderation = {
  rules: {
    "client-data": {
      title: "Aucune donnée de clientèle",
      text: "Ce que vous écrivez ne doit permettre de reconnaître aucune personne que vous accompagnez : ni nom, ni initiales accompagnées de détails, ni date de naissance, adresse, numéro de téléphone ou de carte d’assurance maladie, ni récit qui désigne une personne.",
    },
    respect: {
      title: "Respect",
      text: "Ni insultes, ni menaces, ni harcèlement, ni mépris envers des personnes ou des groupes, ni plaisanteries à leurs dépens.",
    },
    privacy: {
      title: "Vie privée d’autrui",
      text: "Aucun renseignement personnel sur une autre personne sans son consentement, et aucun message privé rendu public.",
    },
    unsafe: {
      title: "Conseils sans danger",
      text: "Aucun conseil qui pourrait nuire à la santé de quelqu’un, ni qui remplace les soins d’une professionnelle ou d’un professionnel.",
    },
    untrue: {
      title: "Honnêteté et sources",
      text: "Aucune affirmation que vous savez fausse, aucune preuve inventée, et ne vous faites passer ni pour une autre personne ni pour un organisme.",
    },
    spam: {
      title: "Pas de publicité",
      text: "Ni publicité, ni messages répétés, ni liens qui ne servent que la personne qui les publie.",
    },
    "off-topic": {
      title: "Dans le sujet",
      text: "Écrivez au bon endroit : sur la prescription sociale et sur le sujet du fil.",
    },
    rights: {
      title: "Travail d’autrui",
      text: "Ni textes, ni images, ni outils d’autrui sans leur permission ou leur licence.",
    },
    other: {
      title: "Autre chose",
      text: "Tout ce qui va par ailleurs à l’encontre du code de conduite.",
    },
  },
  conflict: {
    closed:
      "Quelqu’un a fermé ce dossier entre-temps. Votre décision n’a pas été enregistrée ; ce que vous avez écrit se trouve ci-dessous.",
    changed: "Ce dossier a changé depuis que vous l’avez ouvert. Rien n’a été enregistré ; regardez ce qui est nouveau, puis décidez.",
    otherKind: "Un dossier de ce genre ne se décide pas ainsi.",
    gone: "L’objet de ce dossier n’existe plus.",
  },
} satisfies SameKeysAs<typeof en>;
