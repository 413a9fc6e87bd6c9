import type { hiding as en } from "../en/hiding";
import type { SameKeysAs } from "../translate";

export const hiding = {
  conflict: {
    held: "La modération masque ou a retiré ce contenu. Vous pouvez voir pourquoi et contester la décision sous « Modération » dans vos paramètres.",
  },
  post: {
    hidden: "La modération a masqué ce message.",
    barred: "La modération a retiré ce message.",
    ownTitle: "Personne d’autre que vous ne voit ce message",
    own: "La modération l’a masqué. Vous pouvez le corriger : il reste masqué jusqu’à ce que la modération ait relu votre nouvelle version.",
    ownBarred: "Il était de vous. Vous pouvez contester la décision.",
    why: "Voir pourquoi",
    repair: "Corriger",
  },
  thread: "Personne d’autre n’accède à ce fil : il n’y reste rien à lire.",
  edit: {
    lead: "La modération a masqué ce message. Corrigez ce qui lui est reproché : la modération l’examinera de nouveau. Votre ancien texte n’apparaîtra pas dans son historique public.",
  },
  removal:
    "La modération masque ce message pour le moment. Si vous le retirez, il ne reviendra pas quand la modération l’affichera de nouveau.",
  guide: {
    title: "La modération a masqué ce texte",
    lead: "Seules les personnes qui l’écrivent ou le révisent et les responsables de son organisme le voient. Dès qu’une révision qui le corrige est approuvée, la modération l’examine de nouveau.",
    barredTitle: "La modération a retiré ce texte",
    barred: "Personne ne peut le récupérer. La personne qui l’a commencé peut contester la décision.",
    why: "Voir pourquoi",
    flag: "Masqué par la modération",
  },
  profile: {
    title: "La modération a masqué votre profil",
    lead: "Personne d’autre que vous ne le voit. Corrigez ce qui lui est reproché : la modération l’examinera de nouveau.",
    why: "Voir pourquoi",
  },
  organization: {
    title: "La modération a masqué cette page",
    lead: "Seules les personnes de l’organisme et l’administration la voient. Dès qu’une personne responsable la modifie, la modération l’examine de nouveau.",
  },
} satisfies SameKeysAs<typeof en>;
