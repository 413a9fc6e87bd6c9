import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";

import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { alreadyRegisteredMail, confirmationMail, newPasswordMail, passwordChangedMail } from "~/features/accounts/mails.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { env, origin } from "~/platform/env.server";
import { composeMail, type Mail, queueMail, sendMail } from "~/platform/mail.server";
import { findInOutbox, listOutbox } from "~/platform/outbox.server";
import type { Jobs } from "~/platform/queue.server";
import { queuedMails } from "#tests/support/mailbox";
import "#tests/support/world";

type Received = { mail: ParsedMail; source: string; recipients: string[] };

const received: Received[] = [];
const asSet = { ...env };
let refusals = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  async onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (refusals-- > 0) return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
    const source = Buffer.concat(chunks).toString();
    received.push({ source, mail: await simpleParser(source), recipients: envelope.rcptTo.map(({ address }) => address) });
    done();
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  env.PORTAL_DATA = await mkdtemp(path.join(os.tmpdir(), "portal-mail-"));
});

beforeEach(() => {
  received.length = 0;
  refusals = 0;
  env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await rm(env.PORTAL_DATA, { recursive: true });
  Object.assign(env, asSet);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test.each([
  ["en", confirmationMail("en", "the-token"), "/en/verify-email?token=the-token"],
  ["fr", confirmationMail("fr", "the-token"), "/fr/verification-du-courriel?token=the-token"],
  ["en", alreadyRegisteredMail("en"), "/en/sign-in"],
  ["fr", alreadyRegisteredMail("fr"), "/fr/connexion"],
  ["en", newPasswordMail("en", "the-token"), "/en/new-password?token=the-token"],
  ["fr", newPasswordMail("fr", "the-token"), "/fr/nouveau-mot-de-passe?token=the-token"],
  ["en", passwordChangedMail("en"), "/en/forgotten-password"],
  ["fr", passwordChangedMail("fr"), "/fr/mot-de-passe-oublie"],
] satisfies [Language, Mail, string][])("a mail arrives whole, in %s, with its link in both parts (%#)", async (language, letter, link) => {
  await sendMail(await queued("amira@example.org", letter));

  const [{ mail, recipients } = undefined as never] = received;
  expect(recipients).toEqual(["amira@example.org"]);
  expect(mail.subject).toBe(letter.subject);
  expect((mail.to as AddressObject).text).toBe("amira@example.org");
  expect(mail.headers.get("content-language")).toBe(language);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.text).toContain(origin + link);
  expect(mail.html).toContain(`href="${origin}${link}"`);
  expect(mail.html).toContain(`<html lang="${language}">`);
  expect(`${mail.text}${mail.html}`).not.toMatch(/accounts\.|\{\{|undefined/);
  if (language === "fr") expect(mail.text).not.toMatch(/ [;:?!]|« | »/);
});

test("nothing that is put into a mail becomes a header, a recipient or HTML", async () => {
  const evil = "Hi\r\nBcc: eve@example.net\r\nContent-Type: text/html\r\n\r\n<b>x</b>";
  await sendMail(
    await queued("amira@example.org", composeMail("en", { subject: evil, paragraphs: [evil, "<script>alert(1)</script>"], notes: [evil] })),
  );

  const [{ mail, recipients } = undefined as never] = received;
  expect(recipients).toEqual(["amira@example.org"]);
  expect(mail.headers.has("bcc")).toBe(false);
  expect(mail.headerLines.filter(({ key }) => key === "subject")).toHaveLength(1);
  expect(mail.headerLines.filter(({ key }) => key === "content-type")).toHaveLength(1);
  expect(mail.headerLines.find(({ key }) => key === "content-type")?.line).toContain("multipart/alternative");
  expect(mail.html).not.toMatch(/<script|<b>/);
});

test("what is no single address is never written to", async () => {
  const letter = composeMail("en", { subject: "Hello", paragraphs: [] });
  for (const to of [
    "amira@example.org, eve@example.net",
    "amira@example.org\r\nBcc: eve@example.net",
    "amira@example.org\nRCPT TO:<eve@example.net>",
    "Amira <amira@example.org>",
    "group: eve@example.net;",
    '"a b"@example.org',
    "amira@example.org>",
    "amira",
    "",
  ])
    await expect(sendMail({ to, messageId: "<1@example.org>", ...letter })).rejects.toThrow(/no address/);

  expect(received).toEqual([]);
});

test("a mail that is not taken is an error, and keeps its Message-ID when it is tried again", async () => {
  const mail = await queued("amira@example.org", confirmationMail("en", "the-token"));
  refusals = 1;

  await expect(sendMail(mail)).rejects.toThrow();
  await sendMail(mail);
  await sendMail(mail);

  expect(received.map(({ mail: { messageId } }) => messageId)).toEqual([mail.messageId, mail.messageId]);
  expect(mail.messageId).toMatch(/^<[\w.-]+@localhost\.localdomain>$/);
});

test("a mail of a change that fails is not queued", async () => {
  const failing = db.$transaction(async (tx) => {
    await queueMail(tx, "amira@example.org", confirmationMail("en", "the-token"));
    throw new Error("no");
  });

  await expect(failing).rejects.toThrow("no");
  expect(await queuedMails()).toEqual([]);
});

test("without SMTP_URL a mail is kept in the outbox, once, readable by its owner alone", async () => {
  env.SMTP_URL = undefined;
  const mail = await queued(
    "zoe@example.org",
    confirmationMail("fr", "le-jeton-qui-est-long-et-encore-plus-long-que-la-ligne-d-un-courriel"),
  );
  await sendMail(mail);
  await sendMail(mail);

  const folder = path.join(env.PORTAL_DATA, "outbox");
  const [name = "", ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect((await stat(path.join(folder, name))).mode & 0o077).toBe(0);
  const parsed = await simpleParser(await readFile(path.join(folder, name)));
  expect(parsed.subject).toBe("Confirmez votre adresse");
  expect(await listOutbox()).toMatchObject([{ name, to: "zoe@example.org", subject: "Confirmez votre adresse" }]);
  expect((await findInOutbox(name))?.trim()).toBe(mail.html);
  for (const odd of ["../secret", "..%2Fsecret.eml", "nothing.eml", ".eml/../x"]) expect(await findInOutbox(odd)).toBeNull();
});

async function queued(to: string, mail: Mail): Promise<Jobs["send-mail"]> {
  await db.$transaction((tx) => queueMail(tx, to, mail));
  const [job] = await queuedMails();
  if (!job) throw new Error("No mail was queued.");
  return job;
}
