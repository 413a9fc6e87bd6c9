import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { createTransport, type SendMailOptions } from "nodemailer";

import { env } from "./env.server";

/** Where the demo world shows its outbox. It belongs to no language. */
export const OUTBOX_PATH = "/dev/mail";

const folder = () => path.join(env.PORTAL_DATA, "outbox");

const isName = (name: string) => /^[\w.-]+\.eml$/.test(name);

/** Where mail goes while there is no SMTP_URL: a file per mail, named by its Message-ID, so that a second try makes no second mail. */
export async function keepInOutbox(messageId: string, mail: SendMailOptions) {
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: "unix" }).sendMail(mail);
  const file = path.join(folder(), `${messageId.replace(/^<|@.*$/g, "")}.eml`);
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, message as Buffer, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export type KeptMail = { name: string; to: string; subject: string; at: Date | null };

/** The mails in the outbox, newest first. */
export async function listOutbox(limit = 100): Promise<KeptMail[]> {
  const names = await readdir(folder()).catch(() => []);
  const newest = names.filter(isName).sort().reverse().slice(0, limit);

  return Promise.all(
    newest.map(async (name) => {
      const { to, subject, date } = headersOf(await readFile(path.join(folder(), name), "utf8"));
      return { name, to: to ?? "", subject: wordsOf(subject ?? ""), at: date ? new Date(date) : null };
    }),
  );
}

/** The HTML of a mail in the outbox; null when there is no such mail. */
export async function findInOutbox(name: string): Promise<string | null> {
  if (!isName(name)) return null;
  const source = await readFile(path.join(folder(), name), "utf8").catch(() => null);
  const boundary = source && /boundary="([^"]+)"/.exec(source)?.[1];
  if (!boundary) return null;

  const part = source.split(`--${boundary}`).find((each) => /^content-type: text\/html/im.test(each.split("\n\n")[0] ?? ""));
  if (!part) return null;
  const encoding = headersOf(part.trimStart())["content-transfer-encoding"];
  const body = part.slice(part.indexOf("\n\n") + 2);

  return encoding === "quoted-printable" ? quotedPrintable(body) : encoding === "base64" ? Buffer.from(body, "base64").toString() : body;
}

/** The headers of a mail or a part of one, by their small names, unfolded. */
function headersOf(source: string): Partial<Record<string, string>> {
  const head = (source.split("\n\n")[0] ?? "").replace(/\n[ \t]+/g, " ");
  return Object.fromEntries(
    head.split("\n").map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.slice(line.indexOf(":") + 1).trim()]),
  );
}

const bytesOf = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();

const quotedPrintable = (text: string) => bytesOf(text.replace(/=\n/g, ""));

/** Subjects as people read them (RFC 2047). */
const wordsOf = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(word, "base64").toString() : bytesOf(word.replace(/_/g, " ")),
    );
