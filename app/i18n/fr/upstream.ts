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
  improvement: {
    title: "Proposer une amélioration en retour",
    lead: "Choisissez ce que les personnes qui écrivent « {{title}} » devraient regarder. Elles le fusionnent dans leur texte, ou le déclinent en disant pourquoi.",
    sections: "Sections que votre adaptation présente autrement",
    kinds: { CHANGED: "Modifiée", ADDED: "Ajoutée" },
    waiting: "Déjà proposée : la décision n’est pas encore prise",
    read: "Lire la différence",
    note: "Que devraient-elles savoir ?",
    noteHint: "Par exemple ce que vous avez observé en procédant ainsi. Ce n’est pas obligatoire.",
    after:
      "C’est proposé sous votre nom, et votre contribution sera mentionnée si on la reprend. Elle n’est publiée qu’après leur révision.",
    submit: "Proposer",
    back: "Retour à l’adaptation",
    nothing: "Votre adaptation dit la même chose que l’original",
    done: "Merci. Les personnes qui écrivent l’original voient ce que vous proposez.",
    link: "Proposer une amélioration en retour",
    changed: "Ce que l’original a modifié",
  },
  merge: { markOurs: "**Notre texte :**", markTheirs: "**Texte de l’original :**" },
  error: {
    chooseSections: "Choisissez au moins une section.",
    notOffered: "L’une de ces sections n’est plus différente, ou est déjà proposée. Regardez ce qu’il en est maintenant.",
    notPublished: "Votre adaptation n’est pas encore publiée. Publiez-la d’abord, puis proposez ce qu’elle a changé.",
    originalGone: "L’original n’est plus publié, ou vous ne pouvez pas le lire.",
    noteTooLong: "Raccourcissez la note à 600 caractères au plus.",
    choose: "Choisissez pour chaque section ce qu’il en advient.",
    parentMoved: "L’original a encore changé entre-temps. Voici ce qu’il dit maintenant ; vos choix sont gardés là où ils valent encore.",
    revised: "Quelqu’un a révisé cette édition entre-temps. Voici où elle en est ; vos choix sont gardés là où ils valent encore.",
    inReview: "Cette édition est en révision par les pairs. Retirez-la d’abord, ou attendez la décision.",
    ownDraft:
      "Vous avez des changements non enregistrés dans cette édition. Enregistrez-les ou abandonnez-les d’abord, pour que rien ne se perde.",
  },
} satisfies SameKeysAs<typeof en>;
