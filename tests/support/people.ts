import { inject } from "vitest";

import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

/** Who is who in the demo world. */
export type Person =
  | "member"
  | "practitioner"
  | "practitioner.b"
  | "researcher"
  | "researcher.b"
  | "host"
  | "editor"
  | "moderator"
  | "admin"
  | "steward"
  | "steward.b";

type Form = Record<string, string | string[]>;

export const COOKIE = "__Host-session";
export const PASSWORD = "portal-demo-2026";

export const emailOf = (person: Person) => `${person}@example.org`;

const sessions = new Map<Person, Promise<string>>();

/** The session of a person, who signs in once per test file. Nobody may sign them out. */
export function sessionOf(person: Person): Promise<string> {
  const known = sessions.get(person) ?? signIn(person);
  sessions.set(person, known);
  return known;
}

/** Asks for a page without a browser; redirects are not followed. */
export async function get(path: string, person?: Person): Promise<Response> {
  return fetch(inject("portalUrl") + path, { redirect: "manual", headers: await cookieOf(person) });
}

/** Sends a form without a browser; redirects are not followed. */
export async function post(path: string, form: Form, person?: Person): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  const headers = { Origin: inject("portalUrl"), ...(await cookieOf(person)) };

  return fetch(inject("portalUrl") + path, { method: "POST", redirect: "manual", headers, body });
}

async function signIn(person: Person): Promise<string> {
  const answer = await post(pathTo(languages[0], "signIn"), { email: emailOf(person), password: PASSWORD });
  const [, session] = new RegExp(`^${COOKIE}=([^;]+)`).exec(answer.headers.getSetCookie().join("\n")) ?? [];
  if (!session) throw new Error(`${person} could not sign in: ${answer.status}`);
  return session;
}

const cookieOf = async (person?: Person): Promise<Record<string, string>> =>
  person ? { Cookie: `${COOKIE}=${await sessionOf(person)}` } : {};

/** A guide as people write it, long enough to be submitted. */
export const guideText = (language: Language, title: string) => ({ title, ...texts[language] });

const texts = {
  en: {
    summary: "What a first visit can look like, told so that a colleague in another town could begin with it next month.",
    body: [
      "## What this guide is for {#purpose}",
      "It helps someone who has just begun to prepare a first visit, with what to bring and what to leave at home [1](#source-1).",
      "## Steps {#steps}",
      "1. Ask when a visit would suit, and who should be there.",
      "2. Go there together with someone who knows the way, and take your time.",
      "3. Say what happens next, and write it down for both of you in plain words.",
      "## How you will know it works {#how-you-know}",
      "Look at who comes back after a month, and ask those who do not what would have helped them to come.",
    ].join("\n\n"),
    sources: "An invented source for a test. It describes no real programme.",
    topics: "social-connection",
  },
  fr: {
    summary:
      "À quoi peut ressembler une première visite, racontée pour qu’une collègue d’une autre ville puisse commencer le mois prochain.",
    body: [
      "## À quoi sert ce guide {#purpose}",
      "Il aide une personne qui vient de commencer à préparer une première visite : quoi apporter, quoi laisser à la maison [1](#source-1).",
      "## Étapes {#steps}",
      "1. Demandez quand la visite conviendrait, et qui devrait être là.",
      "2. Allez-y avec quelqu’un qui connaît le chemin, et prenez votre temps.",
      "3. Dites ce qui vient ensuite, et notez-le pour vous deux en mots simples.",
      "## Comment vous saurez que cela fonctionne {#how-you-know}",
      "Regardez qui revient après un mois, et demandez aux autres ce qui les aurait aidés à revenir.",
    ].join("\n\n"),
    sources: "Une source inventée pour un essai. Elle ne décrit aucun programme réel.",
    topics: "social-connection",
  },
} satisfies Record<Language, object>;
