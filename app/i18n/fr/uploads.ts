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
} satisfies SameKeysAs<typeof en>;
