import type { importing as en } from "../en/importing";
import type { SameKeysAs } from "../translate";

export const importing = {
  title: "Apporter un guide",
  lead: "À partir d’un document Word ou d’un texte Markdown : les titres, les listes, les tableaux, les notes et les images suivent. Le guide commence par un brouillon, que vous relisez avant que d’autres ne le voient.",
  file: "Fichier",
  fileHint: "Word (docx) ou Markdown (md), jusqu’à 10 Mo et 30 images.",
  titleHint: "Laissez ce champ vide pour reprendre le titre du document.",
  submit: "Apporter le guide",
  link: "Apporter un guide de Word ou de Markdown",
  done: "Le guide est ici, à l’état de brouillon. Relisez-le : les titres, les tableaux et les mots qui disent ce que montre chaque image.",
  how: "Ce qui suit",
  points: {
    headings: "Les titres deviennent des sections. Le titre du document devient celui du guide.",
    tables: "La première rangée d’un tableau devient son en-tête.",
    pictures:
      "Les images (JPEG, PNG, WebP, AVIF) sont conservées. Les dessins d’autres logiciels ne suivent pas : enregistrez-les d’abord comme images.",
    left: "Les commentaires, le suivi des modifications, les en-têtes et les pieds de page restent derrière.",
  },
  fault: {
    none: "Choisissez un fichier.",
    tooLarge: "Le fichier dépasse 10 Mo.",
    tooMuch: "Ce fichier en contient trop pour être lu. Enregistrez-le de nouveau, ou apportez-le en plusieurs parties.",
    tooManyPictures: "Le document compte plus de 30 images. Apportez-le en plusieurs parties.",
    notWord: "Ce n’est ni un document Word (docx) ni un texte en UTF-8, ou le fichier est endommagé.",
    oldWord: "C’est un document d’une ancienne version de Word (doc). Enregistrez-le en docx, puis choisissez-le de nouveau.",
    empty: "Ce fichier ne contient aucun texte.",
    noTitle: "Le document n’a pas de titre. Donnez-en un au guide, d’au moins 5 caractères.",
  },
} satisfies SameKeysAs<typeof en>;
