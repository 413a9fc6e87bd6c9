import type { admin as en } from "../en/admin";
import type { SameKeysAs } from "../translate";

export const admin = {
  navigation: "Administration",
  pages: {
    admin: "Vue d’ensemble",
  },
  overview: {
    title: "Administration",
    lead: "Ce qui vous attend, et les commandes du portail.",
    roleRequests_one: "{{count}} demande de rôle attend une réponse.",
    roleRequests_many: "{{count}} de demandes de rôle attendent une réponse.",
    roleRequests_other: "{{count}} demandes de rôle attendent une réponse.",
  },
  errors: {
    endsInThePast: "Choisissez un jour à venir, ou laissez le champ vide.",
    notHeld: "Cette personne n’a plus ce rôle.",
    lastAdministrator: "Le portail n’aurait plus personne pour l’administrer. Nommez d’abord quelqu’un d’autre.",
  },
} as const satisfies SameKeysAs<typeof en>;
