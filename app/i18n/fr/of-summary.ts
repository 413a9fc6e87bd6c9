import type { ofSummary as en } from "../en/of-summary";
import type { SameKeysAs } from "../translate";

/** Ce qui se dit des synthèses là où les mots des guides seraient faux : sous les mêmes clés. */
export const ofSummary = {
  writing: {
    new: {
      title: "Synthétiser des données probantes",
      lead: "Un titre suffit pour commencer. Vous écrivez ensuite à votre rythme : avant sa publication, seuls votre organisme et les personnes qui révisent peuvent voir la synthèse.",
      titleHint:
        "En français, la langue de cette page : dites sur quoi portent les données. Exemple : La prescription sociale réduit-elle la solitude ? Une version anglaise pourra suivre.",
      organizationHint: "La synthèse lui appartient. Votre nom y figure comme auteur ou autrice.",
      begin: "Commencer la synthèse",
      good: "Ce qui fait une bonne synthèse",
      goodPoints: {
        one: "Une question, et ce que la recherche en dit, la réponse d’abord.",
        steps: "Chaque constat tel que sa source l’énonce, avec ses chiffres et leurs nuances.",
        lessons: "Les deux côtés : ce qui a été constaté, ce qui ne l’a pas été, et à quel point on peut s’y fier.",
        equity: "Qui a été étudié, et qui ne l’a pas été.",
        sources: "Toutes les références, pour que chacun puisse vérifier. Vous pouvez les importer.",
      },
      nextText:
        "Vous remplissez les parties, importez les références et soumettez la synthèse. Une autre personne, de la recherche ou de l’équipe de rédaction, la lit, puis la publie ou vous dit quoi modifier.",
    },
    notYet: {
      title: "Vous ne pouvez pas encore écrire de synthèses",
      role: "Les synthèses de données probantes sont écrites par des chercheuses et chercheurs d’organismes. Votre compte n’a pas encore ce rôle.",
      organization: "Chaque synthèse appartient à un organisme, et votre compte n’est encore rattaché à aucun.",
      steward:
        "Vous pouvez demander le rôle de chercheuse ou chercheur dans vos paramètres. L’administration en décide, et dit pourquoi lorsqu’elle refuse.",
      read: "Lire les synthèses de données probantes",
    },
    mine: {
      title: "Mes synthèses",
      begin: "Synthétiser des données probantes",
      beginFirst: "Écrire votre première synthèse",
    },
    edit: {
      eyebrow: "Synthèse de données probantes en français",
      summaryHint:
        "La réponse en une ou deux phrases simples, avec ses nuances. Affichée dans les listes et les résultats de recherche : de 40 à 400 caractères.",
      bodyHint: "Citez les références par leur clé, par exemple [@kiely2022]. Le texte peut être mis en forme avec Markdown.",
    },
    submission: { completeText: "Le titre, l’essentiel, le texte, le thème, la question, les constats et les références y sont." },
  },
  publishing: {
    field: { summary: "L’essentiel" },
  },
  practices: {
    list: { title: "Synthèses de données probantes" },
    retirement: { exampleSlug: "une-autre-synthese" },
    retired: {
      eyebrow: "Synthèse de données probantes",
      text: "Cette synthèse a été retirée le {{date}} et ne devrait plus être utilisée.",
      all: "Voir toutes les synthèses",
    },
  },
} satisfies SameKeysAs<typeof en>;
