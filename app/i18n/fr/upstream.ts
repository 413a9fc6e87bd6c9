import type { upstream as en } from "../en/upstream";
import type { SameKeysAs } from "../translate";

export const upstream = {
  step: "Changements de l’original",
  title: "Ce que l’original de « {{title}} » a changé",
  lead: "Votre édition repose sur la version {{from}} de l’original ; la version {{to}} est parue. Voici ce qui vous concerne. Ce que vous avez omis n’est pas affiché.",
  gone: "L’original n’est plus publié. Votre édition se suffit à elle-même.",
  read: "Lire l’original : « {{title}} »",
  upToDate: "Votre édition repose sur la version actuelle de l’original.",
  toEditor: "Vers l’édition",
  parent: {
    CHANGED: "L’original a modifié cette section. Souligné : nouveau. Barré : retiré.",
    REMOVED: "L’original a retiré cette section.",
    ADDED: "Cette section est nouvelle dans l’original.",
  },
  choices: {
    CHANGED: { take: "Reprendre le texte de l’original", keep: "Garder le nôtre tel quel", merge: "Fusionner les deux" },
    REMOVED: { take: "La retirer ici aussi", keep: "Garder la nôtre telle quelle" },
    ADDED: { take: "L’ajouter à la nôtre", keep: "Ne pas la reprendre" },
  },
  form: {
    nothingConcerns: "Rien de ce que la nouvelle version a changé ne concerne votre édition.",
    ours: "Vous avez aussi modifié cette section.",
    read: { REMOVED: "Lire ce qui a été retiré", ADDED: "Lire la nouvelle section" },
    readOurs: "Lire la nôtre",
    readMerged: "Lire la fusion : les deux ne touchent pas les mêmes passages",
    readConflict: "Lire la fusion : aux passages que les deux touchent, les deux textes sont là, et vous choisirez",
    choice: "Ce qu’il en advient",
    after:
      "Vous obtenez une nouvelle révision de votre édition. Elle est publiée après sa révision par les pairs, comme toute autre ; les révisions antérieures restent dans l’historique.",
    submit: "Enregistrer ces choix",
    rest: "Reposer sur la nouvelle version",
    done: "Votre édition repose maintenant sur la version actuelle de l’original. Relisez-la, puis soumettez-la à la révision.",
    doneWithConflicts:
      "Votre édition repose maintenant sur la version actuelle de l’original. À certains endroits, les deux textes se suivent : choisissez, puis soumettez-la à la révision.",
  },
  merge: { markOurs: "**Notre texte :**", markTheirs: "**Texte de l’original :**" },
  error: {
    choose: "Choisissez pour chaque section ce qu’il en advient.",
    parentMoved: "L’original a encore changé entre-temps. Voici ce qu’il dit maintenant ; vos choix sont gardés là où ils valent encore.",
    revised: "Quelqu’un a révisé cette édition entre-temps. Voici où elle en est ; vos choix sont gardés là où ils valent encore.",
    inReview: "Cette édition est en révision par les pairs. Retirez-la d’abord, ou attendez la décision.",
    ownDraft:
      "Vous avez des changements non enregistrés dans cette édition. Enregistrez-les ou abandonnez-les d’abord, pour que rien ne se perde.",
  },
} satisfies SameKeysAs<typeof en>;
