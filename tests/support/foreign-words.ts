import { readdirSync, readFileSync } from "node:fs";

import { parse } from "yaml";

import { en } from "~/i18n/en";
import { fr } from "~/i18n/fr";
import type { Language } from "~/i18n/languages";

const LONG_ENOUGH = 24;

type Message = { key: string; en: string; fr: string };

/** Finds, among the words of a page, those that the portal's dictionaries and vocabularies have in the other language only. */
export function foreignWordsIn(words: string[], language: Language): string[] {
  const { whole, shaped, long } = foreign[language];
  return words.filter(
    (text) => whole.has(text) || shaped.some((shape) => shape.test(text)) || long.some((message) => text.includes(message)),
  );
}

const foreign = { en: foreignTo("en"), fr: foreignTo("fr") };

function foreignTo(language: Language) {
  const other = language === "en" ? "fr" : "en";
  const messages = [...pairsIn(en, fr), ...vocabularies()];
  // A name may begin with a capital where it stands alone, in a list to choose from.
  const own = new Set(messages.flatMap(({ [language]: text }) => [text, text.charAt(0).toUpperCase() + text.slice(1)]));
  const theirs = messages.map((message) => message[other]).filter((text) => text && !own.has(text));
  const plain = theirs.filter((text) => !text.includes("{{"));

  return {
    whole: new Set(plain),
    long: plain.filter((text) => text.length >= LONG_ENOUGH),
    shaped: theirs
      .filter((text) => text.includes("{{") && (text.replace(/\{\{[^}]*\}\}/g, "").match(/\p{L}/gu) ?? []).length >= 5)
      .map(
        (text) =>
          new RegExp(
            `^${text
              .split(/(\{\{[^}]*\}\})/)
              .map((part) => (/^\{\{(count|number)\b/.test(part) ? "[\\d\\s.,]+" : part.startsWith("{{") ? ".+" : escaped(part)))
              .join("")}$`,
            "u",
          ),
      ),
  };
}

function escaped(text: string) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function pairsIn(one: object, other: object, prefix = ""): Message[] {
  return Object.entries(one).flatMap(([name, value]) => {
    const key = prefix + name;
    const theirs = (other as Record<string, unknown>)[name];
    return typeof value === "string"
      ? [{ key, en: value, fr: String(theirs ?? "") }]
      : pairsIn(value as object, theirs as object, `${key}.`);
  });
}

function vocabularies(): Message[] {
  return readdirSync("content/vocabularies").flatMap((file) =>
    (parse(readFileSync(`content/vocabularies/${file}`, "utf8")) as Message[]).map(({ key, en, fr }) => ({ key, en, fr })),
  );
}
