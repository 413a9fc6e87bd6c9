const months =
  "jan(?:uary|vier|v)?|feb(?:ruary)?|fev(?:rier|r)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|jul(?:y)?|juil(?:let)?|aug(?:ust)?|aout|sep(?:t|tember|tembre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?";

/** A whole date with its year, in folded words. */
export const wholeDate = `(?:[0-3]?\\d(?:st|nd|rd|th|er)?[ -](?:of )?(?:${months})\\b\\.?,?[ -](?:19|20)\\d\\d|(?:${months})\\b\\.? [0-3]?\\d(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|(?:19|20)\\d\\d[-/.][01]?\\d[-/.][0-3]?\\d|[0-3]?\\d[-/.][0-3]?\\d[-/.](?:19|20)\\d\\d|(?:19|20)\\d\\d, (?:le )?[0-3]?\\d(?:er)? (?:${months})\\b)`;

const words = (pattern: string) => new RegExp(`\\b(?:${pattern})(?![a-z])`, "g");

/** Words of both languages, folded, that tell what the things beside them are. */
export const cues = {
  healthCard: words(
    "health (?:care )?(?:card|number|insurance|no|id)|personal health|healthcare (?:card|number)|(?:services?|care) card|health care|ohip|phn|uli|ahc|ahcip|phin|mhsc|mcp|msi|medicare(?: number)?|ramq|nam|nipm|hcn|assurance[- ]maladie|carte (?:de )?(?:sante|soleil)|carte de soins|numero de (?:sante|carte)|no de carte|soins de sante",
  ),
  sin: words("sin|social insurance(?: number| no)?|nas|assurance sociale"),
  phone: words(
    "phone|telephone|tel|cell|cellular|cellulaire|mobile|call|calls|text|texts|sms|texto|reach|reached|joindre|rejoindre|appeler|appelez|appelez-la|appelez-le|numero de telephone|her number|his number|son numero",
  ),
  otherNumber: words(
    "isbn|issn|doi|pmid|pmcid|orcid|nct|isrctn|reb|cer|order|commande|invoice|facture|grant|subvention|budget|budgetaire|ticket|billet|receipt|recu|licen[cs]e|permis|serial|tracking|suivi|charity|bienfaisance|gst|tps|account|compte|reference|version|page|pages|dollars",
  ),
  serviceLine: words(
    "(?:help|crisis|info|intake|support)? ?lines?|helpline|hotline|ligne(?: d'\\w{2,12})?|intake|office|offices|bureau|bureaux|reception|accueil|switchboard|front desk|fax|telecopieur|clinic|clinique|centre|center|pharmacy|pharmacie|food bank|banque alimentaire|library|bibliotheque|registration|register|inscription|inscrire|inscrivez|call us|appelez-nous|contact us|contactez-nous|reach us|us at|my own number|mon numero|at work|au travail|opening hours|heures d'ouverture|business hours|open (?:every|daily|monday)|ouverte?|monday to friday|lundi au vendredi|weekdays|en semaine|toll[- ]free|sans frais|information|renseignements|hub|carrefour|organization|organisme|coordinator|coordonnatrice|coordonnateur|me at|m'appeler|m'ecrire",
  ),
  person: words(
    "client|cliente|client's|patient|patiente|patient's|participant|participante|participant's|resident|residente|usager|usagere|beneficiaire|service user|her|his|him|hers|he|she|he's|she's|sa fille|son fils|sa soeur|sa sœur|son frere|sa mere|son pere|sa femme|son mari|daughter|sister|brother|wife|husband|la soeur|la sœur|elle|il|monsieur|madame|cell|cellulaire|appelez-la|appelez-le|joignez-la|joignez-le|her number|his number|son numero|son courriel|son telephone|son adresse",
  ),
  clientWord: words(
    "client|cliente|client's|patient|patiente|patient's|participant|participante|participant's|resident|residente|usager|usagere|beneficiaire|service user|her e-?mail|his e-?mail|son courriel|write (?:to )?(?:her|him)|reach (?:her|him)|ecrivez-lui|lui ecrire",
  ),
  own: words(
    "our (?:coordinator|team|office|staff)|notre (?:coordonnatrice|coordonnateur|equipe)|reach me|email me|m'ecrire|write to me|registration|register|inscription|inscrire",
  ),
  livesAt: words(
    "lives|live|living|resides|moved to|home|house|apartment|apt|pick(?:ed)? (?:him|her|up)|picked|visits?|habite|demeure|vit|reste|demenage|domicile|chez|prendre|appartement|appt|son adresse|her address|his address|address is",
  ),
  venue: words(
    "office|bureau|workshop|atelier|centre|center|hall|salle|meeting|rencontre|held|takes place|a lieu|aura lieu|hub|carrefour|leaves from|part de|doors|school|ecole|church|eglise|clinic|clinique|library|bibliotheque|legion|gym|community|communautaire|gathering|event|evenement|mail your|envoyez|room|museum|musee",
  ),
  bornThing: words(
    "program|programme|project|projet|initiative|idea|idee|group|groupe|organization|organisme|network|reseau|choir|chorale|hall|club|centre|center|movement|mouvement|service|policy|politique|website|site|collective|coalition|association|institut|institute|alliance",
  ),
  born: words(
    "born(?: on)?|nee?(?:\\(e\\))?(?: le)?|nee? en|d\\.o\\.b\\.?|dob|ddn|d\\.d\\.n\\.?|date of birth|birth ?date|date de naissance|birthday(?: is)?|sa fete est|fete le|anniversaire(?: est)?",
  ),
  care: words(
    "referred|reference|refere|referee|oriente|orientee|orientes|orientees|discharged|conge de l'hopital|lives? alone|living alone|(?:vit|habite|vivait) seule?|widow|widower|widowed|veuf|veuve|dementia|demence|alzheimer|alzheimer's|parkinson|diagnosed|diagnostic|diabetic|diabetique|diabetes|diabete|lonely|isolated|isole|isolee|solitude|loneliness|lost (?:his|her) (?:wife|husband|partner|licence|license|job|mother|father)|a perdu (?:sa|son|ses) \\w{3,12}|autism|autistic|autiste|autisme|schizophrenia|schizophrenic|schizophrene|copd|mpoc|stroke|avc|falls|chutes?|homeless|itinerant|itinerante|depression|depressed|low mood|souffre|suffers|anxiety|anxiete|addiction|in hospital|hospitalized|hospitalise|hospitalisee|(?:he|she) is \\d{2}|(?:il|elle) a \\d{2} ans",
  ),
} satisfies Record<string, RegExp>;

export type CueName = keyof typeof cues;
