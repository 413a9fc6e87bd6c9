import type { SameKeysAs } from "../translate";
import type { uploads as en } from "../en/uploads";

export const uploads = {
  hint: "JPEG, PNG, WebP ou AVIF, 8 Mo au plus. Seule l’image est conservée : le lieu et la date de la prise de vue sont retirés.",
  errors: {
    none: "Choisissez d’abord une image.",
    tooLarge: "Ce fichier dépasse 8 Mo. Choisissez-en un plus petit.",
    notPicture: "Ce fichier ne peut pas être lu comme une image. Utilisez le format JPEG, PNG, WebP ou AVIF.",
    tooManyPixels: "Cette image a trop de pixels. Utilisez-en une d’au plus 50 millions de pixels, par exemple 8 000 sur 6 000.",
    moves: "Les images animées ne sont pas acceptées. Utilisez une image fixe.",
    stretched: "Cette image est beaucoup plus longue dans un sens que dans l’autre. Recadrez-la d’abord.",
  },
  attachments: {
    hint: "Images (JPEG, PNG, WebP, AVIF) et fichiers PDF, 10 Mo au plus chacun. Les images sont réduites, et le lieu et la date de la prise de vue en sont retirés.",
    errors: {
      none: "Choisissez d’abord un fichier.",
      empty: "Ce fichier est vide.",
      tooLarge: "Ce fichier dépasse 10 Mo. Choisissez-en un plus petit.",
      tooMany: "Un message peut contenir 10 fichiers au plus.",
      wrongType: "Seuls les images (JPEG, PNG, WebP, AVIF) et les fichiers PDF peuvent être joints.",
      notPdf: "Ce fichier ne peut pas être lu comme un PDF. Enregistrez-le de nouveau en PDF, puis réessayez.",
      newcomer: "Le premier jour, vous pouvez joindre un seul fichier. Dès demain, vous pourrez en joindre davantage.",
      storage: "Vos fichiers occupent 500 Mo, soit tout l’espace dont une personne dispose ici. Retirez-en d’abord un d’un ancien message.",
    },
  },
  markdown: {
    spoiler: "Divulgâcheur",
    former: "(personne qui n’est plus membre)",
    picture: "Ouvrir l’image",
    place: "{{title}}, message {{number}}",
  },
  names: {
    member: "organisme membre",
  },
  similar: {
    title: "Fils et guides semblables",
    lead: "Quelqu’un a peut-être déjà posé la question, ou un guide y répond.",
    forums: "Forums",
    threads: "Fils",
    guides: "Guides de pratique",
    none: "Rien de semblable n’a été trouvé.",
    posts_one: "{{count}} message",
    posts_many: "{{count}} de messages",
    posts_other: "{{count}} messages",
    answered: "réponse retenue",
    label: "Titre de votre fil",
    submit: "Chercher des semblables",
  },
} satisfies SameKeysAs<typeof en>;
