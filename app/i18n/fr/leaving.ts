import type { leaving as en } from "../en/leaving";
import type { SameKeysAs } from "../translate";

export const leaving = {
  formerMember: "Une personne qui n’est plus membre",
  conflict: {
    lastSteward:
      "Vous êtes la seule personne responsable d’un organisme dont d’autres font partie. Nommez d’abord une autre personne responsable.",
  },
  errors: {
    gone: "Le délai pour changer d’avis est écoulé : ce compte n’existe plus.",
  },
  mail: {
    signIn: "Se connecter",
    keep: "Garder mon compte",
    open: "Ouvrir mon compte",
    notYou: "Ce n’était pas vous ? Connectez-vous, réactivez le compte et choisissez tout de suite un nouveau mot de passe.",
    deactivated: {
      subject: "Votre compte est désactivé",
      text: "Comme vous l’avez demandé, votre compte est en veille. Vos sessions ont pris fin partout, votre profil est masqué et nous cessons de vous écrire, sauf au sujet du compte lui-même.",
      more: "Rien n’est perdu. Pour revenir, connectez-vous comme d’habitude : le portail vous demandera si vous voulez réactiver votre compte.",
    },
    erasureAsked: {
      subject: "Votre compte sera supprimé",
      text: "Comme vous l’avez demandé, votre compte et vos renseignements personnels seront supprimés. Vous pouvez changer d’avis jusqu’à ce moment : {{time}}.",
      more: "Pour garder votre compte, connectez-vous d’ici là et choisissez de le réactiver. Si vous ne faites rien, il sera supprimé pour de bon, et nous vous écrirons une dernière fois.",
    },
    kept: {
      subject: "Votre compte est de nouveau actif",
      text: "Bon retour parmi nous. Votre compte est réactivé, votre profil s’affiche comme avant, et rien ne sera supprimé.",
    },
    erased: {
      subject: "Votre compte est supprimé",
      text: "Votre compte et vos renseignements personnels ont été supprimés. Ce que vous avez écrit pour des organismes leur reste, sans votre nom.",
      more: "Nous n’avons plus votre adresse, et ce courriel est le dernier que vous recevez de nous. Merci d’avoir fait partie de la communauté.",
    },
    orphaned: {
      subject: "Un organisme n’a plus personne",
      text_one: "La seule personne de cet organisme a fermé son compte : {{names}}.",
      text_many: "La seule personne de ces organismes a fermé son compte : {{names}}.",
      text_other: "La seule personne de ces organismes a fermé son compte : {{names}}.",
      more: "Les textes restent en place. Veuillez trouver une personne qui en réponde.",
    },
  },
} satisfies SameKeysAs<typeof en>;
