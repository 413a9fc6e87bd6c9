import type { home as en } from "../en/home";
import type { SameKeysAs } from "../translate";

export const home = {
  title: "Des guides de pratique en prescription sociale, partagés partout au Canada",
  pageTitle: "Des guides de pratique en prescription sociale",
  lead: "La prescription sociale relie les gens à ce qui compte pour leur santé au-delà de la médecine : de la compagnie, de quoi manger, le mouvement, la nature, les arts, de bons conseils. Ici, des organismes expliquent comment ils s’y prennent, étape par étape et avec leurs sources, pour que vous n’ayez pas à partir de rien.",
  find: "Trouver une pratique",
  findExample: "p. ex. solitude",
  findHint: "La lecture est ouverte à tout le monde. Aucun compte n’est nécessaire.",
  share: "Partager une pratique",
  summarize: "Synthétiser des données probantes",
  shareHint:
    "Vous rédigez à partir d’un modèle, et votre brouillon est enregistré au fur et à mesure. Rien n’est public avant la révision par les pairs.",
  all: "Voir tous les guides",
  newest: { title: "Guides les plus récents", none: "Aucun guide n’a encore été publié." },
  topics: "Parcourir par thème",
  making: {
    title: "Comment naît un guide",
    write: {
      title: "On le rédige",
      text: "Une personne d’un organisme membre décrit sa façon de faire : ce qu’il faut, les étapes, qui risque d’être laissé de côté et ce que disent les données probantes. Les faits sont accompagnés de leurs sources.",
    },
    review: {
      title: "On le révise",
      text: "Un membre de l’équipe éditoriale, autre que l’auteur ou l’autrice, le lit, puis l’approuve, demande des changements ou le refuse. La personne qui l’a rédigé sait pourquoi.",
    },
    publish: {
      title: "On le publie",
      text: "Tout le monde peut le lire, l’imprimer et l’adapter selon la licence indiquée. Il porte la date de sa dernière révision et celle de la prochaine.",
    },
    note: "Les guides qui accompagnent le portail à ses débuts ont été rédigés par son équipe éditoriale à partir de sources publiques ; elle les signe.",
    more: "En savoir plus sur le portail",
  },
  invitation: {
    title: "Avez-vous une pratique à partager ?",
    visitor: "Commencez par créer un compte. La rédaction est ouverte aux personnes dont l’organisme participe au portail.",
    member:
      "La rédaction est ouverte aux personnes dont l’organisme participe au portail. Demandez aux responsables du vôtre de vous y donner accès.",
  },
} satisfies SameKeysAs<typeof en>;
