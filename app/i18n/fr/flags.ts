import type { flags as en } from "../en/flags";
import type { SameKeysAs } from "../translate";

export const flags = {
  link: "Signaler",
  postLabel: "Signaler le message {{number}}",
  guideLabel: "Signaler ce guide",
  summaryLabel: "Signaler cette synthèse",
  personLabel: "Signaler ce profil",
  organizationLabel: "Signaler cet organisme",
  title: {
    POST: "Signaler un message",
    CONTRIBUTION: "Signaler un guide ou une synthèse",
    ACCOUNT: "Signaler un profil",
    ORGANIZATION: "Signaler un organisme",
  },
  lead: "Une personne lit chaque signalement et décide selon les règles publiées.",
  about: "Ce que vous signalez",
  rule: "De quelle règle s’agit-il ?",
  allRules: "Lire les règles et le déroulement de la modération",
  words: "Que devrait savoir la modération ?",
  wordsHint: "Une phrase suffit. Ne nommez aucune personne accompagnée ici non plus. Un texte n’est obligatoire que pour « Autre chose ».",
  next: {
    title: "Ce qui se passe ensuite",
    case: "La modération examine le signalement et décide en citant une règle. La décision vous est communiquée dans votre langue.",
    private:
      "Seule la modération voit que le signalement vient de vous. Personne d’autre ne l’apprend jamais, et surtout pas l’autrice ou l’auteur.",
    hides: "Ce qui pourrait contenir des données de clientèle est masqué immédiatement, jusqu’à ce que la modération l’ait examiné.",
    space:
      "Ce message se trouve dans l’espace privé d’un organisme. Les modératrices et modérateurs qui n’en font pas partie verront ce seul message, et rien d’autre de cet espace.",
  },
  send: "Envoyer le signalement",
  back: "Revenir sans signaler",
  again: {
    title: "Vous avez déjà signalé ceci",
    text: "Vous avez envoyé votre signalement le {{at}}. Le dossier est ouvert ; la décision vous sera communiquée.",
    back: "Revenir",
  },
  flash: {
    sent: "Merci. La modération examinera votre signalement, et sa décision vous sera communiquée.",
    hidden: "Merci. Le contenu est maintenant masqué, jusqu’à ce que la modération l’ait examiné. Sa décision vous sera communiquée.",
    opened: "Voici le dossier. Votre décision citera une règle et sera communiquée à la personne concernée.",
  },
  errors: {
    rule: "Choisissez la règle en cause.",
    words: "Dites en quelques mots ce qui ne va pas.",
    wordsTooLong: "Ce texte dépasse 1 000 caractères.",
    own: "Ceci est à vous. Vous pouvez le modifier ou le retirer sans signalement.",
    gone: "Ce contenu n’est plus là : il a été retiré ou masqué entre-temps. Il n’y a plus rien à signaler.",
    already: "Vous avez déjà signalé ceci. Le dossier est ouvert, et la décision vous sera communiquée.",
    lookedAt:
      "La modération a examiné exactement ceci et l’a laissé tel quel. Si autre chose ne va pas, indiquez une autre règle ; sinon, vous pourrez le signaler de nouveau demain.",
  },
  decide: "Décider de ce message",
  decideLabel: "Décider de ce message, numéro {{number}}",
  rules: {
    title: "Règles et modération",
    lead: "Ce qui n’a pas sa place ici, et ce qui se passe quand quelqu’un le signale : ouvertement, avec des motifs et un droit d’appel.",
    rules: "Les règles",
    rulesText:
      "Chaque signalement, chaque décision et chaque mesure cite l’une d’elles. Le code de conduite explique à quoi elles servent.",
    steps: "Ce que devient un signalement",
    report: {
      title: "Quelqu’un le signale",
      text: "Toute personne connectée peut signaler un message, un guide, une synthèse, un profil ou un organisme, en indiquant une règle. Seule la modération voit qui a signalé. D’éventuelles données de clientèle sont masquées immédiatement ; un signalement ne masque rien d’autre.",
    },
    case: {
      title: "Il devient un seul dossier",
      text: "Quel que soit le nombre de personnes qui signalent la même chose, il n’y a qu’un dossier. Ce qui touche aux données de clientèle passe en premier.",
    },
    decision: {
      title: "Une personne décide, en citant une règle",
      text: "La modération laisse le contenu tel quel, le modifie, le masque ou le retire ; elle peut avertir la personne qui l’a écrit, lui retirer la parole ou la suspendre pour un temps. Personne ne décide de son propre travail ni de son propre organisme.",
    },
    told: {
      title: "Les deux côtés sont informés, dans leur langue",
      text: "La personne qui a écrit et toutes celles qui ont signalé apprennent ce qui a été décidé, selon quelle règle et pourquoi, en français ou en anglais selon leur préférence. Un texte masqué peut être corrigé par la personne qui l’a écrit.",
    },
    appeal: {
      title: "Un appel, tranché par quelqu’un d’autre",
      text_one:
        "La personne qui a écrit peut contester une décision une fois, dans un délai de {{count, number}} jour. Quelqu’un d’autre de la modération tranche ; en cas de désaccord, tout est annulé.",
      text_many:
        "La personne qui a écrit peut contester une décision une fois, dans un délai de {{count, number}} jours. Quelqu’un d’autre de la modération tranche ; en cas de désaccord, tout est annulé.",
      text_other:
        "La personne qui a écrit peut contester une décision une fois, dans un délai de {{count, number}} jours. Quelqu’un d’autre de la modération tranche ; en cas de désaccord, tout est annulé.",
    },
    end: {
      title: "Les mesures prennent fin d’elles-mêmes",
      text: "Une personne privée de parole ou suspendue peut écrire de nouveau dès que le délai est écoulé, sans avoir à le demander.",
    },
    open: "Au vu de tout le monde",
    openText:
      "Le nombre de signalements, les décisions prises et le temps qu’elles ont demandé sont publiés mois par mois, sans aucun nom.",
    transparency: "Voir les chiffres",
    conduct: "Lire le code de conduite",
  },
  distances: {
    title: "Personnes en sourdine ou bloquées",
    lead: "Les personnes dont vous recevez moins de nouvelles. Personne d’autre ne voit cette liste, et personne n’apprend qu’il y figure.",
    none: "Vous recevez des nouvelles de tout le monde",
    noneText:
      "Sur la page d’une personne et dans le menu d’un message, vous pouvez mettre quelqu’un en sourdine ou bloquer cette personne.",
    MUTED: "En sourdine",
    BLOCKED: "Blocage",
    since: "depuis le {{at}}",
    change: "Modifier",
    changeOf: "Modifier pour {{name}}",
    end: "Annuler",
    endOf: "Annuler pour {{name}}",
    link: "Mettre en sourdine ou bloquer",
    linkOf: "Mettre en sourdine ou bloquer {{name}}",
    ask: {
      title: "Recevoir moins de nouvelles de {{name}}",
      lead: "Cela vaut jusqu’à ce que vous l’annuliez dans vos paramètres. {{name}} n’en saura rien.",
      choice: "Que souhaitez-vous ?",
      mute: "Mettre en sourdine",
      muteText:
        "Ses messages sont repliés pour vous, et vous ne recevez aucun avis de ce que fait cette personne. Elle peut toujours vous répondre et vous nommer.",
      block: "Bloquer",
      blockText:
        "La même chose ; de plus, cette personne ne peut plus répondre directement à vos messages, y réagir ni vous nommer. Elle ne s’en aperçoit que si elle essaie. Vous lisez toujours les mêmes fils.",
      staff:
        "Les personnes qui modèrent ou administrent le portail peuvent être mises en sourdine, mais pas bloquées, afin de pouvoir faire leur travail.",
      save: "Enregistrer",
      end: "Recevoir des nouvelles de {{name}} comme avant",
      flag: "Un message enfreint-il une règle ? Signalez-le aussi : la modération l’examinera.",
    },
    folded: {
      MUTED: "Un message de {{name}}, en sourdine pour vous",
      BLOCKED: "Un message de {{name}}, que vous bloquez",
    },
    flash: {
      kept: "C’est enregistré. Vous recevrez moins de nouvelles de cette personne.",
      ended: "C’est enregistré. Vous recevrez des nouvelles de cette personne comme avant.",
    },
    refused: "Cette personne ne souhaite pas recevoir de vos nouvelles.",
    refusedReply:
      "Cette personne ne souhaite pas que vous vous adressiez directement à elle. Votre texte se trouve ci-dessous ; envoyé tel quel, il paraîtra dans le fil sans répondre à quelqu’un en particulier.",
    errors: {
      kind: "Choisissez l’une des deux possibilités.",
      self: "Vous ne pouvez pas vous mettre en sourdine ni vous bloquer vous-même.",
      staff: "Cette personne modère ou administre le portail : vous pouvez la mettre en sourdine, mais pas la bloquer.",
      tooMany: "Vous avez déjà mis en sourdine ou bloqué 500 personnes. Annulez d’abord quelques-uns de ces choix.",
    },
  },
} satisfies SameKeysAs<typeof en>;
