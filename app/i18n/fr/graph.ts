import type { graph as en } from "../en/graph";
import type { SameKeysAs } from "../translate";

export const graph = {
  link: "Voir ce qui l’entoure",
  step: "Ce qui l’entoure",
  title: "Autour de « {{title}} »",
  lead: {
    practice:
      "Les données probantes sur lesquelles repose ce guide, les guides qui reposent sur les mêmes, ceux dont il vient et ceux qu’il a inspirés : à un pas de distance.",
    summary: "Les guides qui reposent sur cette synthèse, et ce qui l’a précédée : à un pas de distance.",
  },
  none: "Rien ne l’entoure pour l’instant",
  noneHint: {
    practice:
      "Parmi ce que vous pouvez voir, aucune section de ce guide ne renvoie à une synthèse de données probantes, et aucun autre guide n’en a été tiré.",
    summary: "Parmi ce que vous pouvez voir, aucun guide ne repose encore sur cette synthèse.",
  },
  relations: {
    SUMMARIES: "Données probantes sur lesquelles il repose",
    COUSINS: "Guides qui reposent sur les mêmes données probantes",
    PARENT: "Adapté de",
    REPLACES: "Ce qui a été remplacé",
    EDITIONS: "Ses adaptations",
    GUIDES: "Guides qui reposent sur elle",
    VERSIONS: "Versions antérieures",
  },
  tags: {
    SUMMARIES: "Synthèse : {{stance}}",
    COUSINS: "Guide : {{stance}}",
    PARENT: "Adapté de",
    REPLACES: "Remplacé",
    EDITIONS: "Adaptation",
    GUIDES: "Guide : {{stance}}",
    VERSIONS: "Du {{date}}",
    practice: "Ce guide",
    summary: "Cette synthèse",
    retired: "N’est plus en usage",
  },
  stances: {
    SUPPORTS: "appui",
    MIXED: "partagé",
    CONTRADICTS: "contradiction",
    VARIED: "selon la section",
  },
  version: "Version {{number}}",
  via: "Par « {{title}} »",
  retired: "N’est plus en usage",
  retracted: "Cite une publication rétractée",
  around: "Ce qui l’entoure",
  aroundNamed: "Ce qui entoure « {{title}} »",
  more_one: "{{count, number}} autre n’est pas affiché ici.",
  more_many: "{{count, number}} autres ne sont pas affichés ici.",
  more_other: "{{count, number}} autres ne sont pas affichés ici.",
  all: {
    EDITIONS: "Toute la filiation",
    GUIDES: "Tous les guides qui reposent sur elle",
  },
  picture: {
    title: "Autour de « {{title}} », en image",
    about_one: "Au milieu, « {{title}} », reliée par un trait à {{count}} autre publication. La liste de cette page dit la même chose.",
    about_many:
      "Au milieu, « {{title}} », reliée par des traits à {{count}} autres publications. La liste de cette page dit la même chose.",
    about_other:
      "Au milieu, « {{title}} », reliée par des traits à {{count}} autres publications. La liste de cette page dit la même chose.",
    key: "Ce que veulent dire les traits et les signes",
    plain: "Filiation",
    names: {
      SUPPORTS: "Les données probantes l’appuient",
      MIXED: "Les données probantes sont partagées",
      CONTRADICTS: "Les données probantes le contredisent",
      VARIED: "Les données probantes varient selon la section",
    },
  },
} satisfies SameKeysAs<typeof en>;
