import type { exporting as en } from "../en/exporting";
import type { SameKeysAs } from "../translate";

/** Les guides sous forme de fichiers, et la page qui dit si une copie est encore à jour. */
export const exporting = {
  take: {
    title: "À emporter",
    lead: "La version {{number}} dans un fichier, avec sa licence, sa provenance et un code qui indique si une copie est encore à jour.",
    here: "Dans cette langue",
    both: "En anglais et en français",
    pdf: "PDF, à imprimer",
    docx: "Word, à modifier",
    epub: "EPUB, pour les liseuses",
    md: "Markdown, en texte brut",
    named: "{{format}} (anglais et français)",
  },
  file: {
    about: "À propos de cette copie",
    version: "Version {{number}}, publiée le {{date}}",
    versionName: "Version",
    organization: "Organisme",
    adapted: "Adapté de",
    address: "Adresse permanente",
    check: "Cette copie est-elle à jour ?",
    checkHint: "Scannez le code, ou ouvrez l’adresse à côté, pour voir quelles sections ont changé depuis.",
    code: "Code qui mène à {{address}}",
    notes: "Notes",
    page: "Page {{page}} sur {{pages}}",
    says: "{{stance}} :",
    restsOn: "(version {{number}})",
  },
  copy: {
    step: "Une copie de la version {{number}}",
    current: "Cette copie est à jour",
    currentText: "C’est la version {{number}}, publiée le {{date}}. Rien de plus récent n’a été publié.",
    changed: "Cette copie n’est plus à jour",
    changedText: "C’est la version {{number}}, publiée le {{date}}. La version {{current}} a été publiée le {{currentDate}}.",
    retired: "Ce guide n’est plus en usage",
    retiredText:
      "La copie est celle de la version {{number}}, publiée le {{date}}. Le guide a été retiré le {{retiredDate}} : mieux vaut ne plus se servir de la copie.",
    sections: "Ce qui a changé depuis",
    count_one: "{{count}} section a changé.",
    count_many: "{{count}} de sections ont changé.",
    count_other: "{{count}} sections ont changé.",
    same: "Les sections disent la même chose : les changements se trouvent à côté du texte.",
    kind: { CHANGED: "Modifiée", ADDED: "Nouvelle", DROPPED: "Supprimée", KEPT: "Inchangée" },
    beginning: "Ce qui précède le premier titre",
    beside: { title: "Le titre", summary: "Le résumé", sources: "Les sources" },
    read: "Lire la version actuelle",
    readCopy: "Lire la version {{number}} telle qu’elle était",
    readGuide: "Lire le guide",
  },
} satisfies SameKeysAs<typeof en>;
