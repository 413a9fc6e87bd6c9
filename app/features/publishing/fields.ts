import type { Maturity, Visibility } from "~/generated/prisma/enums";

import type { Own } from "./own-fields";

/** What is said about a text, in keys of the vocabularies. It is part of the revision, so that it is reviewed with it. */
export type Details = {
  topics: string[];
  populations: string[];
  settings: string[];
  provinces: string[];
  maturity: Maturity;
  licence: string;
  visibility: Visibility;
  /** What only its kind says. */
  own?: Own;
};

/** Everything that a person writes about one face. */
export type Fields = { title: string; summary: string; body: string; sources: string } & Details;

export const detailNames = ["topics", "populations", "settings", "provinces", "maturity", "licence", "visibility"] as const;

export type DetailName = (typeof detailNames)[number];

export const textNames = ["title", "summary", "body", "sources"] as const;

export const noDetails: Details = {
  topics: [],
  populations: [],
  settings: [],
  provinces: [],
  maturity: "IDEA",
  licence: "CC-BY-4.0",
  visibility: "PUBLIC",
};

/** The details alone, in a fixed order, as they are stored. */
export const detailsOf = ({ own = {}, ...fields }: Details): Details => ({
  topics: [...fields.topics].sort(),
  populations: [...fields.populations].sort(),
  settings: [...fields.settings].sort(),
  provinces: [...fields.provinces].sort(),
  maturity: fields.maturity,
  licence: fields.licence,
  visibility: fields.visibility,
  ...(Object.keys(own).length > 0 ? { own: inOrder(own) } : {}),
});

const inOrder = (own: Own): Own =>
  Object.fromEntries(
    Object.keys(own)
      .sort()
      .map((name) => [name, own[name] ?? []]),
  );

/** Whether two states of a text say the same, to the letter. */
export const areSame = (one: Fields, other: Fields): boolean =>
  textNames.every((name) => one[name] === other[name]) && JSON.stringify(detailsOf(one)) === JSON.stringify(detailsOf(other));
