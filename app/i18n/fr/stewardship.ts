import type { stewardship as en } from "../en/stewardship";
import type { SameKeysAs } from "../translate";

export const stewardship = {
  title: "Ce qui vous attend",
  lead: "Ce dont votre organisme répond et qu’il faudrait regarder : ce qui échoit d’abord vient en premier.",
  kinds: {
    EVIDENCE: "Les données probantes ont changé",
    REVIEW: "À réviser de nouveau",
    WAIVER: "Une seule langue",
    ADOPTION: "À confirmer",
    UPSTREAM: "L’original a changé",
    BEHIND: "En retard sur l’autre langue",
  },
  what: {
    EVIDENCE: "Regardez les sections qui s’appuient sur elles.",
    REVIEW: "Relisez le texte, et publiez ce qui devrait être différent.",
    WAIVER: "L’autre langue a été promise. Publiez-la, ou repoussez le jour.",
    ADOPTION: "Dites si votre organisme le fait toujours.",
    UPSTREAM: "Reprenez ce qui y a changé, ou gardez le vôtre.",
    BEHIND: "Mettez le texte au niveau de l’autre langue.",
  },
  parts_one: "Cela concerne {{count}} section.",
  parts_many: "Cela concerne {{count}} sections.",
  parts_other: "Cela concerne {{count}} sections.",
  due: "Échéance : le {{date}}",
  late: "L’échéance était le {{date}}",
  since: "Depuis le {{date}}",
  nothing: "Rien n’attend",
  nothingHint:
    "Les données probantes qui changent, les révisions, les traductions promises et les mises en œuvre à confirmer paraissent ici.",
  more: "Seules les 200 premières tâches sont affichées. Les autres suivront à mesure que celles-ci seront faites.",
} satisfies SameKeysAs<typeof en>;
