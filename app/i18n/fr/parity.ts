import type { parity as en } from "../en/parity";
import type { SameKeysAs } from "../translate";

export const parity = {
  editor: {
    legend: "Pour la traduction",
    unchanged: "Cet enregistrement ne change rien pour l’autre langue",
    unchangedHint:
      "Pour les corrections qui n’appellent pas de traduction. C’est consigné, et l’autre langue n’est pas marquée comme en retard.",
    behind_one: "{{count}} partie est en retard sur l’autre langue.",
    behind_many: "{{count}} parties sont en retard sur l’autre langue.",
    behind_other: "{{count}} parties sont en retard sur l’autre langue.",
    see: "Voir ce qui y a changé",
  },
  notice: {
    title: {
      en: "Le français a été mis à jour le {{date}}, et ce texte ne l’a pas encore suivi partout",
      fr: "L’anglais a été mis à jour le {{date}}, et ce texte ne l’a pas encore suivi partout",
    },
    sections: "Cela concerne : {{sections}}.",
    read: { en: "Lire le texte en anglais", fr: "Lire le texte en français" },
  },
  lags: {
    CHANGED: "L’autre langue l’a modifiée. Souligné : nouveau. Barré : retiré.",
    MOVED: "Elle se trouve à un autre endroit dans l’autre langue.",
    MISSING: "L’autre langue l’a, celle-ci pas encore.",
    REMOVED: "L’autre langue l’a retirée.",
  },
  parts: { title: "Titre", summary: "Résumé", sources: "Sources", order: "Ordre des sections" },
  page: {
    step: "Les deux langues",
    title: "Ce qui est en retard dans « {{title}} »",
    lead: {
      en: "Ce que l’anglais a changé depuis que ce texte l’a suivi.",
      fr: "Ce que le français a changé depuis que ce texte l’a suivi.",
    },
    alone: "Il n’y a pas encore de texte dans l’autre langue",
    translate: "Le commencer",
    inStep: "Les deux langues disent la même chose",
    write: "Écrire ce texte",
    own: "Lire ce texte",
    needsNothing: "Rien à faire ici",
    declareHint: "Ce qui n’appelle rien dans cette langue peut être déclaré tel ; c’est consigné à votre nom.",
    declare: "Déclarer les parties cochées",
    declared: "C’est consigné : les parties cochées n’appellent rien ici.",
  },
  gate: {
    alone: { en: "Il n’y a pas encore de texte en anglais", fr: "Il n’y a pas encore de texte en français" },
    draft: { en: "Le texte en anglais n’est pas encore prêt", fr: "Le texte en français n’est pas encore prêt" },
    aloneText:
      "Ce qui est publié ici se lit dans les deux langues. Commencez l’autre texte, ou consignez jusqu’à quand celui-ci s’en passe.",
    draftText:
      "Ce texte peut être révisé dès maintenant. Il sera publié quand l’autre langue sera elle aussi en révision, ou quand vous aurez consigné jusqu’à quand il s’en passe.",
    reviewText:
      "Approuver publie ce texte. Il faut pour cela que l’autre langue soit elle aussi en révision, ou que les personnes qui l’écrivent aient consigné pourquoi il s’en passe.",
    waived: { en: "Consigné : sans l’anglais jusqu’au {{date}}", fr: "Consigné : sans le français jusqu’au {{date}}" },
    over: { en: "L’anglais était promis pour le {{date}}", fr: "Le français était promis pour le {{date}}" },
    begin: { en: "Commencer le texte en anglais", fr: "Commencer le texte en français" },
    goOn: { en: "Continuer le texte en anglais", fr: "Continuer le texte en français" },
    waive: "Publier sans lui pour l’instant",
    change: "Modifier ce qui est consigné",
  },
  waiver: {
    step: "Une seule langue pour l’instant",
    title: { en: "Sans l’anglais pour l’instant", fr: "Sans le français pour l’instant" },
    lead: {
      en: "Les personnes qui lisent l’anglais attendent un texte qu’elles puissent lire. Dites pourquoi, et jusqu’à quand : les deux sont consignés, et votre organisme en reçoit le rappel.",
      fr: "Les personnes qui lisent le français attendent un texte qu’elles puissent lire. Dites pourquoi, et jusqu’à quand : les deux sont consignés, et votre organisme en reçoit le rappel.",
    },
    reason: "Pourquoi",
    reasonHint: "Par exemple : la traduction est commandée et arrive en mars.",
    until: "Jusqu’au",
    untilHint: "Le dernier jour où le texte peut rester seul, d’ici un an.",
    submit: "Consigner",
    back: "Retour à la soumission",
    done: "C’est consigné : ce texte peut être publié dans une seule langue jusqu’à ce jour.",
    readers: { en: "Le texte en anglais est promis pour le {{date}}.", fr: "Le texte en français est promis pour le {{date}}." },
  },
  error: {
    movedOn: "L’autre langue a été révisée entre-temps. Regardez ce qu’elle dit maintenant.",
    isThere: "L’autre langue est déjà publiée : il n’y a rien dont se passer.",
    alone: "L’autre langue manque, et personne n’a consigné pourquoi.",
    onlyDraft: "L’autre langue est un brouillon, et personne n’a consigné pourquoi celle-ci la précède.",
    reason: "Donnez la raison, en au moins 10 caractères.",
    reasonTooLong: "Raccourcissez la raison à {{count, number}} caractères au plus.",
    until: "Choisissez un jour.",
    untilRange: "Choisissez un jour à partir d’aujourd’hui, d’ici un an.",
  },
} satisfies SameKeysAs<typeof en>;
