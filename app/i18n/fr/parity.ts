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
  error: { movedOn: "L’autre langue a été révisée entre-temps. Regardez ce qu’elle dit maintenant." },
} satisfies SameKeysAs<typeof en>;
