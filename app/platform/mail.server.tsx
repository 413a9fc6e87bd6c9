import { randomUUID } from "node:crypto";

import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { renderToStaticMarkup } from "react-dom/server";

import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import type { Transaction } from "./db.server";
import { env, origin } from "./env.server";
import { type Letter, MailLayout } from "./mail-layout.server";
import { keepInOutbox } from "./outbox.server";
import { pathTo } from "./paths";
import { enqueue, type Jobs } from "./queue.server";

export type Mail = Pick<Jobs["send-mail"], "language" | "subject" | "text" | "html">;

/** Draws a letter as a mail: HTML that looks calm everywhere, and the same words as plain text. Its link starts from the portal's origin. */
export function composeMail(language: Language, letter: Letter): Mail {
  const t = translator(language);
  const action = letter.action && { label: letter.action.label, address: origin + letter.action.path };
  const home = origin + pathTo(language, "home");

  const text = [
    ...letter.paragraphs,
    ...(action ? [`${action.label}${t("accounts.mail.colon")}\n${action.address}`] : []),
    ...(letter.notes ?? []),
    `-- \n${t("site.name")}\n${home}\n${t("accounts.mail.automatic")}`,
  ];
  const html = renderToStaticMarkup(<MailLayout language={language} letter={letter} address={action?.address} home={home} />);

  return { language, subject: letter.subject, text: `${text.join("\n\n")}\n`, html: `<!DOCTYPE html>${html}` };
}

/**
 * Puts a mail into the queue, in the transaction of the change it tells of. Its Message-ID stays the same however often it is tried.
 * With a key it can be found again.
 */
export async function queueMail(tx: Transaction, to: string, mail: Mail, key?: string) {
  const host = /@([^\s<>@]+)>?$/.exec(env.MAIL_FROM)?.[1] ?? "localhost";
  const messageId = `<${new Date().toISOString().replace(/\D/g, "")}.${randomUUID()}@${host}>`;
  await enqueue(tx, "send-mail", { to, messageId, ...mail }, key);
}

/** Sends one mail: by SMTP_URL, or without it into the outbox folder. Throws when it was not taken, so that it is tried again. */
export async function sendMail({ to, subject, text, html, messageId, language }: Jobs["send-mail"]) {
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to)) throw new Error("That is no address to send mail to.");

  const mail: SendMailOptions = {
    from: env.MAIL_FROM,
    to: { name: "", address: to },
    subject: subject.replace(/\s+/g, " "),
    text,
    html,
    messageId,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": language },
  };
  if (env.SMTP_URL) await smtp(env.SMTP_URL).sendMail(mail);
  else await keepInOutbox(messageId, mail);
}

let known: { url: string; transporter: Transporter } | undefined;

function smtp(url: string): Transporter {
  if (known?.url !== url) {
    known?.transporter.close();
    known = { url, transporter: createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }) };
  }
  return known.transporter;
}
