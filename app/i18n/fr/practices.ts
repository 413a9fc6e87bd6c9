import type { practices as en } from "../en/practices";
import type { SameKeysAs } from "../translate";

export const practices = {
  template: {
    purpose: { heading: "À quoi sert ce guide", prompt: "Dites en deux ou trois phrases ce qu’on peut faire avec ce guide, et pour qui." },
    "before-you-start": {
      heading: "Avant de commencer",
      prompt: "Qui doit donner son accord ? De quoi avez-vous besoin : personnes, temps, argent, lieux, partenaires ?",
    },
    steps: { heading: "Étapes", prompt: "1. Première étape\n2. Deuxième étape\n3. Troisième étape" },
    "equity-and-safety": {
      heading: "Équité et sécurité",
      prompt:
        "Qui pourrait être laissé de côté ou subir un tort, et que faites-vous pour l’éviter ? Ne nommez et ne décrivez jamais une cliente ou un client.",
    },
    evidence: {
      heading: "Ce que disent les données probantes",
      prompt: "Que sait-on, avec quelle solidité, et qu’ignore-t-on ? Nommez vos sources ci-dessous et renvoyez-y : [1](#source-1).",
    },
    "how-you-know": { heading: "Comment savoir si cela fonctionne", prompt: "Qu’allez-vous observer, quand et avec qui ?" },
  },
} satisfies SameKeysAs<typeof en>;
