import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { type ParsedMail, simpleParser } from "mailparser";
import { expect, inject } from "vitest";

import type { Language } from "~/i18n/languages";

import { foreignWordsIn } from "./foreign-words";

/** The mail to this address with this subject, as soon as it has gone out. It must speak one language only. */
export async function mailTo(address: string, subject: string): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mails()).find((mail) => mail.subject === plain(subject) && [mail.to].flat()[0]?.text === address);
        return found?.subject;
      },
      { timeout: 20_000, message: `a mail to ${address}` },
    )
    .toBe(plain(subject));
  const mail = found as ParsedMail;
  expect(foreignWordsIn((mail.text ?? "").split("\n"), mail.headers.get("content-language") as Language)).toEqual([]);
  return mail;
}

/** Where the link of a mail leads, within the portal. */
export const linkIn = ({ text = "" }: ParsedMail): string => new RegExp(`${inject("portalUrl")}(/\\S+)`).exec(text)?.[1] ?? "";

/** In headers all spaces are alike. */
const plain = (text: string) => text.replace(/\s+/g, " ");

function mails(): Promise<ParsedMail[]> {
  const folder = path.join(inject("portalData"), "outbox");
  const names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  return Promise.all(
    names
      .sort()
      .reverse()
      .map((name) => simpleParser(readFileSync(path.join(folder, name)))),
  );
}
