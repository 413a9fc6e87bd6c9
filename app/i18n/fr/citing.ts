import type { citing as en } from "../en/citing";
import type { SameKeysAs } from "../translate";

/** Citer ce document : les versions, et les formes sous lesquelles on les cite. */
export const citing = {
  title: "Citer ce document",
  genre: { practice: "Guide de pratique", summary: "Synthèse de données probantes" },
  list: { practice: "Guides de pratique", summary: "Synthèses de données probantes" },
  block: {
    more: "Autres styles, fichiers et versions antérieures",
    address: "Adresse permanente :",
    published: {
      practice: "Version {{number}} de ce guide, publiée le {{date}}",
      summary: "Version {{number}} de cette synthèse, publiée le {{date}}",
    },
  },
  lead: "Une référence à copier telle quelle ou à ouvrir dans un logiciel de gestion bibliographique. Chaque version a une adresse qui mène toujours au même texte.",
  version: "Version {{number}}",
  about: "Version {{number}}, publiée le {{date}}, en {{language}}",
  language: { en: "anglais", fr: "français" },
  newer: "Il s’agit de la version {{number}}. La version actuelle est la {{current}}.",
  citeCurrent: "Citer la version actuelle",
  retired: "Document retiré le {{date}}",
  retiredHint: "Ses versions restent ici pour que l’on puisse vérifier ce qui les cite. Il ne faut plus s’en servir.",
  address: "Adresse permanente",
  addressHint: "Elle mène pour toujours à cette version, quoi que l’on publie par la suite.",
  styles: "Dans une liste de références",
  copy: "Copier",
  copyOf: "Copier : {{what}}",
  copied: "Copié",
  files: "Pour un logiciel de gestion bibliographique",
  filesHint: "Zotero, Mendeley, EndNote, JabRef et d’autres lisent ces fichiers.",
  format: { bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON", apa: "APA", vancouver: "Vancouver" },
  download: "Télécharger le fichier {{format}}",
  names: "Les noms sont donnés en entier : nous ne devinons pas quelle partie est le nom de famille.",
  versions: {
    title: "Toutes les versions",
    published: "Publication",
    current: "Actuelle",
    hidden: "Retirée par la modération",
    cite: "Citer",
    citeThis: "Citer la version {{number}} en {{language}}",
  },
  page: {
    old: "Voici la version {{number}}, publiée le {{date}}",
    oldText:
      "Elle est conservée telle quelle pour que l’on puisse vérifier ce qui la cite. La version actuelle est la {{current}}, publiée le {{date}}.",
    oldAlone: "Elle est conservée telle quelle pour que l’on puisse vérifier ce qui la cite.",
    read: "Lire la version actuelle",
    current: "Voici la version actuelle",
    currentText:
      "Version {{number}}, publiée le {{date}}. Cette adresse la montrera telle qu’elle est aujourd’hui, même lorsque de nouvelles versions auront paru.",
    work: { practice: "La page de ce guide", summary: "La page de cette synthèse" },
    about: { practice: "À propos de ce guide", summary: "À propos de cette synthèse" },
    changes: "Ce qui y a changé",
  },
  gone: "La modération a retiré cette version, qui n’est plus montrée. La page du document montre ce qui tient aujourd’hui.",
} satisfies SameKeysAs<typeof en>;
