import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";

import { type Language, otherLanguage } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { newPage } from "./browser";
import { guide, translation } from "./guides";
import { get, guideText, type Person, post } from "./people";
import { appealing } from "./tour-appeals";
import { flagging } from "./tour-flags";
import { holding } from "./tour-holds";
import { keeping } from "./tour-keeping";
import { deciding } from "./tour-deciding";
import { moderating } from "./tour-moderation";
import { travelling } from "./tour-lineage";
import { organizationLife } from "./tour-organizations";
import { posting } from "./tour-posting";
import { practised } from "./tour-adoption";
import { resting } from "./tour-claims";
import { referencing } from "./tour-references";
import { social } from "./tour-social";
import { naming } from "./tour-terminology";

/** One page to look at: who comes, where to, and what they send from there, if anything. With `link`, the page is the first one so linked there; with several, each is looked for on the page before. */
export type Stop = { name: string; path: string; as?: Person; status?: number; send?: Record<string, string>; link?: RegExp | RegExp[] };

/** Two go round side by side, as there are two cores at least, and look at what each person sees at each stop. */
export async function goRound<Seen>(stops: Stop[], language: Language, see: (page: Page, stop: Stop) => Promise<Seen>): Promise<Seen[]> {
  const seen: Seen[] = [];
  const left = [...stops];
  await Promise.all([go(), go()]);
  return seen;

  async function go() {
    const pages = new Map<Person | undefined, Page>();
    for (let stop = left.shift(); stop; stop = left.shift()) {
      const page = pages.get(stop.as) ?? (await newPage({ language, as: stop.as }));
      pages.set(stop.as, page);
      await arrive(page, stop);
      seen.push(await see(page, stop));
    }
  }
}

/** Goes there and does what is to be done there. Throws where the portal answers something else than the stop says. */
export async function arrive(page: Page, { name, path, as, status = 200, send, link }: Stop) {
  let answer = await page.goto(link ? await linkedFrom(path, link, as) : path);
  if (send) {
    const sent = page.waitForResponse((response) => response.request().method() === "POST");
    await Promise.all([page.waitForEvent("load"), submit(page, send)]);
    answer = await sent;
  }
  if (answer?.status() !== status) throw new Error(`${name} (${path}) answered ${answer?.status()} instead of ${status}`);
}

/** Threads have no address that is known beforehand. */
async function linkedFrom(path: string, link: RegExp | RegExp[], as: Person | undefined): Promise<string> {
  let address = path;
  for (const wanted of [link].flat()) {
    const found = wanted.exec(await (await get(address, as)).text())?.[1];
    if (!found) throw new Error(`${address} has no link like ${wanted}`);
    address = found;
  }
  return address;
}

/** Sends a form of the page as it is, or of these fields alone to another address. */
const submit = (page: Page, { "": address = "", ...fields }: Record<string, string>) =>
  page.evaluate(
    ({ address, fields }) => {
      const form = document.createElement("form");
      form.method = "post";
      if (address) form.action = address;
      for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("textarea"), { name, value }));
      form.hidden = true;
      document.body.append(form);
      setTimeout(() => form.submit());
    },
    { address, fields },
  );

const published = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };
const long = { en: "set-up-an-arts-or-museum-prescription", fr: "prescription-artistique-ou-museale" };
const listed = { en: "canadian-red-cross", fr: "croix-rouge-canadienne" };
const member = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };
const unchanged = { nameEn: "Riverside (test)", nameFr: "Riverside (essai)", kind: "network", contactAudience: "NOBODY" };
const onlyFrench = "exemple-jardiner-ensemble-en-francais";
const questions = { en: "questions-and-answers", fr: "questions-et-reponses" };
const toSummary = /<h3 class="card-title"[^>]*><a href="(\/(?:en\/evidence|fr\/donnees-probantes)\/[^"/?]+)"/;
const toThread = /href="(\/(?:en\/threads|fr\/fils)\/[0-9a-f-]{36}\/[^"/?]+)"/;

/** What everyone may see. The first ones are what visitors read. */
export const reading = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, values = {}, status = 200): Stop => ({ name, path: pathTo(language, page, values), status });
  return [
    to("the home page", "home"),
    to("the list of guides", "practices"),
    to("a list that is narrowed", "practices", { topic: "social-connection", q: language === "en" ? "walk" : "marche" }),
    to("a short guide", "practice", { slug: published[language] }),
    to("a long guide", "practice", { slug: long[language] }),
    to("a guide of which there is only the French", "practice", { slug: onlyFrench }),
    to("how a guide is cited", "practiceCitation", { slug: published[language] }),
    to("how a guide is cited of which there is only the French", "practiceCitation", { slug: onlyFrench }),
    to("a version of a guide", "practiceVersion", { slug: published[language], number: 1 }),
    to("a version that there is not", "practiceVersion", { slug: published[language], number: 999 }, 404),
    to("the list of evidence summaries", "summaries"),
    to("summaries that are narrowed", "summaries", { certainty: "none", q: language === "en" ? "link" : "liaison", sort: "evidence" }),
    { ...to("an evidence summary", "summaries"), link: toSummary },
    to("the organizations", "organizations"),
    to("organizations that are narrowed", "organizations", { q: language === "en" ? "health" : "santé", province: "on" }),
    to("an organization that is listed", "organization", { slug: listed[language] }),
    to("a member organization", "organization", { slug: member[language] }),
    to("the people", "people"),
    to("people who can talk about this here", "people", { topic: "food", language: "fr", province: "nb" }),
    to("a person", "person", { slug: "pascal-cormier-exemple" }),
    to("the forums", "forums"),
    to("a category", "category", { slug: questions[language] }),
    to("threads that are much talked about", "threads", { list: "top" }),
    to("threads without an answer", "threads", { list: "unanswered" }),
    to("threads about a topic", "forumTopic", { key: "social-connection" }),
    { ...to("a thread", "threads", { list: "top" }), link: toThread },
    to("about", "about"),
    to("the code of conduct", "conduct"),
    to("the rules", "rules"),
    to("the terms", "terms"),
    to("privacy", "privacy"),
    to("accessibility", "accessibility"),
  ];
};

const riverside = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };

/** The forums, as members see them. */
const discussing = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, values = {}, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(language, page, values),
    as: "member",
    ...more,
  });
  return [
    to("the forums, for a member", "forums"),
    to("a category, for a member", "category", { slug: questions[language] }),
    to("what is unread", "threads", { list: "unread" }),
    to("what is new", "threads", { list: "new" }),
    to("threads about a topic, for a member", "forumTopic", { key: "food" }),
    to("threads and guides like a title", "similarPage", { title: language === "en" ? "A walking group" : "Un groupe de marche" }),
    to("a thread, for a member", "threads", { list: "top" }, { link: toThread }),
    to("a thread that there is not", "thread", { id: randomUUID(), slug: "none" }, { status: 404 }),
    to("a category that there is not", "category", { slug: "none" }, { status: 404 }),
  ];
};

/** How people come into an organization, and who answers for it. */
const belonging = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, as?: Person, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(
      language,
      page,
      page.startsWith("invitation") && !page.endsWith("List") ? { token: "none" } : { slug: riverside[language] },
    ),
    ...(as ? { as } : {}),
    ...more,
  });
  return [
    to("an invitation that is none", "invitation", undefined, { status: 410 }),
    to("the people of an organization, for a steward", "organizationPeople", "steward"),
    to("the people of an organization, for one of them", "organizationPeople", "practitioner"),
    to("the people of an organization, for a stranger", "organizationPeople", "member", { status: 404 }),
    to("an invitation to write", "newInvitation", "steward"),
    to("an invitation without an address", "newInvitation", "steward", { status: 422, send: { email: "", language } }),
    to("a list to invite", "invitationList", "steward"),
    to("a list with faults", "invitationList", "steward", { status: 422, send: { text: "no address;=1+1;xx;xx", language } }),
    to("a list to send", "invitationList", "steward", { send: { text: "steward@example.org\nmia@example.net;Mia;fr;x", language } }),
    to("the domains of an organization", "organizationDomains", "steward"),
    to("a domain that is none", "organizationDomains", "steward", { status: 422, send: { domain: "none" } }),
    to("the last steward who wants to leave", "departure", "steward"),
    to("leaving an organization", "departure", "practitioner"),
    to("asking to join", "joinRequest", "member"),
    to("asking to join without a word", "joinRequest", "member", { status: 422, send: { message: "" } }),
    to("joining where one is already", "joinRequest", "practitioner"),
    to("the organizations of a steward", "myOrganizations", "steward"),
    to("no organization yet", "myOrganizations", "member"),
  ];
};

/** How roles are asked for and given, and the administration. */
const administering = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, as: Person, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(language, page, page.startsWith("organization") ? { slug: riverside[language] } : {}),
    as,
    ...more,
  });
  return [
    to("the roles of a member", "roleSettings", "member"),
    to("the roles of a practitioner", "roleSettings", "practitioner"),
    to("a role that is asked for without a reason", "roleSettings", "member", { status: 422, send: { role: "", reason: "" } }),
    to("what one's people ask for", "organizationRoles", "steward"),
    to("the administration", "admin", "admin"),
    to("the requests for roles", "adminRoles", "admin"),
    to("all people", "adminPeople", "admin"),
    to("who may do what", "adminPermissions", "admin"),
    to("the administration, for who is not of it", "admin", "editor", { status: 403 }),
  ];
};

/** The doors: signing up and in, and what the portal says when it says no. */
export const doors = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, values = {}, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(language, page, values),
    ...more,
  });
  return [
    to("a list of nothing", "practices", { q: "zzzz", topic: "social-connection" }),
    to("a list of no evidence", "summaries", { q: "zzzz", certainty: "high", since: "2024" }),
    to("sign-in", "signIn", { to: pathTo(language, "account") }),
    to("sign-in with a wrong password", "signIn", {}, { status: 422, send: { email: "nobody@example.org", password: "wrong words" } }),
    to("sign-up", "signUp"),
    to("sign-up with nothing in it", "signUp", {}, { status: 422, send: { name: "", email: "no", password: "short", language } }),
    to("sign-up sent", "signUp", { sent: 1 }),
    to("a confirmation that is over", "verifyEmail", { token: "over" }, { status: 410 }),
    to("forgotten password", "forgottenPassword"),
    to("forgotten password without an address", "forgottenPassword", {}, { status: 422, send: { email: "" } }),
    to("forgotten password sent", "forgottenPassword", { sent: 1 }),
    to("a new password with a link that is over", "newPassword", { token: "over" }, { status: 410 }),
    { name: "an unknown address", path: `${pathTo(language, "home")}/nowhere`, status: 404 },
    { name: "what a member may not see", path: pathTo(language, "reviews"), as: "member", status: 403 },
    { name: "what a member may not begin", path: pathTo(language, "practiceNew"), as: "member", status: 403 },
    to("organizations that nothing fits", "organizations", { q: "zzzz", kind: "funder" }),
    to("an organization that one could join", "organization", { slug: member[language] }, { as: "member" }),
    to("one's own organization", "organization", { slug: member[language] }, { as: "steward" }),
    to("the form of an organization", "organizationEdit", { slug: member[language] }, { as: "steward" }),
    to(
      "the form of an organization with nothing in it",
      "organizationEdit",
      { slug: member[language] },
      { as: "steward", status: 422, send: {} },
    ),
    to(
      "the form of an organization that someone else changed",
      "organizationEdit",
      { slug: member[language] },
      {
        as: "steward",
        status: 422,
        send: { ...unchanged, changedAt: "2026-01-01T00:00:00.000Z" },
      },
    ),
    to("the logo of an organization", "organizationLogo", { slug: member[language] }, { as: "steward" }),
    to("what a member may not change", "organizationEdit", { slug: member[language] }, { as: "member", status: 403 }),
    to("people whom nobody fits", "people", { q: "zzzz", topic: "food" }),
    to("oneself as others see it", "person", { slug: "maya-osei-example", as: "everyone" }, { as: "member" }),
    to("the profile of a member", "profileSettings", {}, { as: "member" }),
    to("the profile with nothing in it", "profileSettings", {}, { as: "member", status: 422, send: { listing: "" } }),
    to("the photo of a member", "profilePhoto", {}, { as: "member" }),
    to("the account of a member", "account", {}, { as: "member" }),
    to("sign-in with a passkey", "passkeySignIn"),
    to("sign-in with a passkey that is none", "passkeySignIn", {}, { status: 422, send: { credential: "none" } }),
    to("a proof", "proof", { to: pathTo(language, "security") }, { as: "member" }),
    to("one's security", "security", {}, { as: "member" }),
    to("an authenticator app", "authenticator", {}, { as: "member" }),
    to("a new passkey", "newPasskey", {}, { as: "member" }),
    to("a new passkey without a name", "newPasskey", {}, { as: "member", status: 422, send: { name: "", credential: "" } }),
    to(
      "the account without a name",
      "account",
      {},
      { as: "member", status: 422, send: { name: "", language, timeZone: "America/Toronto" } },
    ),
    to("a change of address that is over", "emailConfirmation", { token: "over" }, { status: 410 }),
    to("a changed address", "emailConfirmation", { ended: "changed" }),
    to("a stopped change of address", "emailConfirmation", { ended: "stopped" }),
    to("another address", "emailChange", {}, { as: "member" }),
    to("another address that is none", "emailChange", {}, { as: "member", status: 422, send: { email: "no" } }),
    to("one's sessions", "sessions", {}, { as: "member" }),
    to("what one was told", "notifications", {}, { as: "member" }),
    to("what one follows", "follows", {}, { as: "member" }),
    to(
      "a session that had ended",
      "sessions",
      {},
      { as: "member", status: 409, send: { "": pathTo(language, "sessionEnding"), session: "0".repeat(64) } },
    ),
    to("what one agreed to", "consent", {}, { as: "member" }),
    to("another password", "passwordChange", {}, { as: "member" }),
    to("one's own data", "ownData", {}, { as: "member" }),
    to("the archive of one's own data", "dataExport", {}, { as: "member" }),
    to("taking a break", "deactivation", {}, { as: "member" }),
    to("leaving for good", "deletion", {}, { as: "member" }),
    to("leaving for good without a word", "deletion", {}, { as: "member", status: 422, send: {} }),
    to("leaving as the last steward", "deletion", {}, { as: "steward" }),
    ...discussing(language),
    ...belonging(language),
    ...administering(language),
    to(
      "another password that is wrong",
      "passwordChange",
      {},
      { as: "member", status: 422, send: { currentPassword: "x", password: "y" } },
    ),
  ];
};

/** The pages of those who write and review, with guides in every state, which are begun for this. */
export async function working(language: Language): Promise<Stop[]> {
  const title = (what: string) => `${language === "en" ? "Visit together" : "Rendre visite ensemble"} (${what})`;
  const author: Person = "practitioner";
  const draft = await guide(author, language, title("1"));
  const waiting = await guide(author, language, title("2"), "waiting");
  const returned = await guide(author, language, title("3"), "returned");
  const updated = await guide(author, language, title("4"), "published");
  const taken = await guide(author, language, title("5"), "waiting");
  const retired = await guide(author, language, title("6"), "published");
  const translated = await translation(author, otherLanguage(language), await guide(author, otherLanguage(language), title("7")));
  const at = (page: PageName, slug: string, values = {}) => pathTo(language, page, { slug, ...values });
  const text = { ...guideText(language, title("4")), summary: guideText(language, "").summary.replace(/\w+/, "…") };

  await post(at("practiceEdit", updated), { ...text, base: "1", sequence: "0" }, author);
  await post(at("practiceEdit", updated), { ...text, base: "2", sequence: "0" }, author);
  await post(at("practiceSubmission", updated), {}, author);
  await post(at("practiceRetirement", retired), { reason: text.summary, successor: at("practice", published[language]) }, "editor");
  await post(at("practiceDisposal", await guide(author, language, title("8"))), {}, author);

  const mine = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: author, ...more });
  const editors = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "editor", ...more });
  return [
    { name: "a guide out of use", path: at("practice", retired), status: 410 },
    { name: "a version of a guide out of use", path: at("practiceVersion", retired, { number: 1 }) },
    { name: "how a guide out of use is cited", path: at("practiceCitation", retired) },
    mine("the home page of who writes", pathTo(language, "home")),
    mine("my guides", pathTo(language, "practiceMine")),
    mine("a new guide", pathTo(language, "practiceNew")),
    mine("a new guide without a title", pathTo(language, "practiceNew"), {
      status: 422,
      send: { title: "", id: randomUUID(), organization: "" },
    }),
    mine("a draft of one's own", at("practice", draft)),
    mine("writing", at("practiceEdit", draft)),
    mine("writing after a review", at("practiceEdit", returned)),
    mine("writing while others review", at("practiceEdit", waiting)),
    mine("writing in the other language", at("practiceEdit", translated)),
    mine("writing without a title", at("practiceEdit", draft), { status: 422, send: { ...text, title: "", base: "2", sequence: "0" } }),
    mine("two texts that meet", at("practiceEdit", draft), { status: 409, send: { ...text, base: "1", sequence: "0" } }),
    mine("a preview", pathTo(language, "practicePreview"), { send: { ...text, base: "1", sequence: "0" } }),
    mine("a preview of nothing", pathTo(language, "practicePreview")),
    mine("another language", at("practiceTranslation", draft)),
    mine("a submission", at("practiceSubmission", draft)),
    mine("a submission that is not complete", at("practiceSubmission", translated)),
    mine("a submission that waits", at("practiceSubmission", waiting)),
    mine("the history", at("practiceHistory", updated)),
    mine("a revision and its changes", at("practiceRevision", updated, { number: 3 })),
    mine("a guide of one's own that is published", at("practice", updated)),
    mine("what has moved on", at("practice", draft), { status: 409, send: { "": at("practiceWithdrawal", draft) } }),
    mine("what an author may not do", at("practiceRetirement", updated), { status: 403 }),
    editors("the queue of reviews", pathTo(language, "reviews")),
    editors("a review", at("practiceReview", waiting)),
    editors("a review of changes", at("practiceReview", updated)),
    editors("a review without a decision", at("practiceReview", taken), {
      status: 422,
      send: { review: randomUUID(), decision: "", comment: "" },
    }),
    editors("taking a guide out of use", at("practiceRetirement", updated)),
    editors("taking a guide out of use without a reason", at("practiceRetirement", updated), {
      status: 422,
      send: { reason: "", successor: "" },
    }),
    ...(await organizationLife(language)),
    ...(await posting(language)),
    ...(await keeping(language)),
    ...(await social(language)),
    ...(await flagging(language)),
    ...(await holding(language)),
    ...(await referencing(language)),
    ...resting(language),
    ...practised(language),
    ...travelling(language),
    ...(await naming(language)),
    ...(await moderating(language)),
    ...(await deciding(language)),
    ...appealing(language),
  ];
}
