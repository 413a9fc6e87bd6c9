import type { holds as en } from "../en/holds";
import type { SameKeysAs } from "../translate";

export const holds = {
  title: "En attente de modération",
  lead: "Ce que vous avez envoyé et que la modération lit avant que les autres le voient. Il est inutile de l’envoyer de nouveau.",
  next: "La suite : la modération lit votre texte, d’ordinaire en moins d’un jour. Vous recevrez un courriel et un avis dès qu’il sera publié, ou s’il vous est rendu avec un motif.",
  none: "Rien de vous n’est en attente",
  noneHint: "Ce que vous écrivez paraît aussitôt, sauf si la modération doit d’abord le lire. On le trouve alors ici.",
  toForums: "Aller aux forums",
  toDrafts: "Vos brouillons",
  places: {
    THREAD: "Nouveau fil dans {{place}}",
    REPLY: "Réponse dans « {{place}} »",
    gone: "Le lieu visé a été déplacé ou retiré ; la modération s’en occupe",
  },
  sent: "Envoyé",
  why: "Pourquoi ce texte attend",
  reasons: {
    FIRST_POST:
      "C’est votre premier message. La modération lit le premier message de toute personne qui n’appartient pas à un organisme membre ; les suivants n’attendent plus pour cette raison.",
    LINKS:
      "Il contient des liens et vous venez d’arriver. Les sources sont bienvenues : la modération vérifie seulement qu’il ne s’agit pas de publicité.",
    WATCHED_WORD: "Il contient un mot que la modération relit, peu importe qui l’écrit.",
    HASTE: "Il a été envoyé moins de trois secondes après l’ouverture du formulaire, comme le font les programmes.",
    SAME_HOST: "Il mène à un site vers lequel plusieurs nouveaux comptes ont récemment dirigé des liens.",
  },
  withdraw: "Reprendre comme brouillon",
  withdrawNamed: "Reprendre comme brouillon : {{name}}",
  flash: {
    held: "Merci. Votre texte attend la modération ; vous lirez ci-dessous pourquoi. Il est inutile de l’envoyer de nouveau.",
    withdrawn: "Vous avez repris votre texte. Il est redevenu un brouillon.",
    approved: "Le texte est publié et la personne qui l’a écrit en est avertie.",
    returned: "Le texte a été rendu à la personne qui l’a écrit, avec votre motif.",
    wordAdded: "Ce mot est désormais surveillé.",
    wordRemoved: "Ce mot n’est plus surveillé.",
  },
  thread: {
    waiting_one: "Votre réponse de {{times}} attend la modération. Vous seul ou vous seule voyez cette ligne.",
    waiting_many: "Vos réponses de {{times}} attendent la modération. Vous seul ou vous seule voyez cette ligne.",
    waiting_other: "Vos réponses de {{times}} attendent la modération. Vous seul ou vous seule voyez cette ligne.",
    more: "Pourquoi, et la suite",
  },
  error: {
    pause:
      "Les nouvelles personnes peuvent écrire une fois toutes les 30 secondes. Envoyez de nouveau dans {{count}} secondes ; votre texte est toujours là.",
    tooMany: "Cinq de vos textes attendent déjà la modération. Attendez que l’un d’eux soit publié ; votre texte est toujours là.",
    onlyLinks: "Dites où mène le lien et pourquoi il vaut la peine d’être lu.",
    sentBefore:
      "Ce formulaire a déjà été envoyé et son texte attend la modération. Ce que vous venez d’écrire est ci-dessous ; envoyez-le de nouveau pour le publier aussi.",
    editFirst:
      "La modération doit lire votre premier message avant que vous puissiez modifier ce qui se trouve ici. Votre modification est gardée dans vos brouillons.",
    editLinks:
      "Dans vos premiers jours, la modération regarde les nouveaux liens, ce qu’une modification ne peut pas attendre. Publiez-les dans une réponse, qui, elle, attendra. Votre modification est gardée dans vos brouillons.",
    editWatched:
      "Votre modification contient un mot que la modération doit lire, ce qu’une modification ne peut pas attendre. Dites-le dans une réponse, qui, elle, attendra. Votre modification est gardée dans vos brouillons.",
    titleWatched: "Ce titre contient un mot que la modération doit lire. Choisissez-en un autre.",
  },
  conflict: {
    gone: "Ce texte n’est plus en attente : la personne qui l’a écrit l’a repris, ou quelqu’un d’autre vient d’en décider.",
    author:
      "La personne qui a écrit ce texte ne peut rien publier pour l’instant : son compte est suspendu, privé de parole ou au repos. Vous pouvez plutôt lui rendre le texte.",
    poll: "Le sondage de ce texte serait déjà terminé. Rendez plutôt le texte, pour que la personne choisisse un autre jour.",
    place:
      "Le lieu visé est maintenant fermé, masqué ou disparu. Rendez plutôt le texte ; la personne qui l’a écrit pourra le publier ailleurs.",
    posted: "Ce texte vient d’être publié.",
  },
  case: {
    title: "Le texte en attente",
    about: "Voici de quoi il aurait l’air. Personne d’autre que la personne qui l’a écrit et la modération ne le voit.",
    untitled: "Texte en attente",
    poll: "Avec un sondage :",
    gone: "Ce texte n’est plus en attente.",
    plain: "La personne qui l’a écrit ne peut rien publier pour l’instant : voici le texte tel qu’il a été saisi.",
    why: "Pourquoi il a été retenu",
    reasons: {
      FIRST_POST: "Premier message d’une personne sans organisme",
      LINKS: "Liens d’une personne nouvelle",
      WATCHED_WORD: "Mots surveillés",
      HASTE: "Envoyé en moins de trois secondes",
      SAME_HOST: "Site vers lequel mènent plusieurs nouveaux comptes",
    },
    watched: "Mots surveillés qu’il contient :",
    hosts: "Il mène à :",
    approve: "Publier",
    approveLead:
      "Le texte paraît maintenant, au nom de la personne qui l’a écrit, et les personnes qui suivent en sont averties. Elle en est avertie aussi.",
    return: "Rendre le texte",
    returnTitle: "Rendre un texte en attente",
    returnLead: "La personne qui l’a écrit le retrouve comme brouillon, avec la règle et votre motif, et peut l’envoyer de nouveau.",
    rule: "Quelle règle",
    words: "Motif pour la personne qui l’a écrit",
    wordsHint_en: "La personne lit l’anglais. Sans motif, un texte type est envoyé.",
    wordsHint_fr: "La personne lit le français. Sans motif, un texte type est envoyé.",
    ruleMissing: "Choisissez une règle.",
    conflict: "Quelqu’un d’autre décide de ce texte.",
    closed: "Ce dossier est fermé.",
    back: "Retour au dossier",
  },
  notices: {
    approved: {
      subject: "Votre texte est publié : {{title}}",
      text: "La modération a lu ce que vous avez envoyé, « {{title}} ». Votre texte est maintenant publié et on peut y répondre.",
      first: "Vos prochains messages n’attendront plus parce qu’ils seraient les premiers.",
      action: "Voir où il se trouve",
    },
    returned: {
      subject: "Votre texte vous est rendu : {{title}}",
      text: "La modération a lu ce que vous avez envoyé, « {{title}} », et ne l’a pas publié. Personne d’autre ne l’a vu.",
      rule: "Voici la règle en cause : {{rule}}. {{text}}",
      standard: "Veuillez relire la règle, modifier votre texte et l’envoyer de nouveau.",
      draft: "Rien n’est perdu : votre texte est dans vos brouillons, où vous pouvez le modifier et l’envoyer de nouveau.",
      action: "Ouvrir vos brouillons",
    },
  },
  words: {
    title: "Mots surveillés",
    lead: "Un message qui contient l’un de ces mots ou expressions attend la modération, peu importe qui l’écrit ; ceux de la modération n’attendent pas. Seuls les mots entiers comptent, sans égard aux accents, aux majuscules ni au genre d’apostrophe.",
    word: "Mot ou expression",
    wordHint: "80 caractères au plus. Chaque signe ne vaut que pour lui-même.",
    add: "Surveiller ce mot",
    list: "Mots surveillés en ce moment",
    none: "Aucun mot n’est surveillé",
    noneHint: "Ajoutez-en un ci-dessus : les messages qui le contiennent attendront la modération.",
    by: "par {{name}}",
    byNobody: "par une personne qui a quitté le portail",
    remove: "Retirer",
    removeNamed: "Retirer : {{word}}",
    back: "Modération",
    errors: {
      missing: "Écrivez d’abord un mot.",
      tooLong: "Un mot ou une expression compte 80 caractères au plus.",
      empty: "Écrivez au moins une lettre ou un chiffre.",
      known: "Ce mot est déjà surveillé, écrit ainsi ou autrement.",
      tooMany: "500 mots sont déjà surveillés. Retirez-en un d’abord.",
    },
  },
} satisfies SameKeysAs<typeof en>;
