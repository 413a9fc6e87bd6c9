import type { Maturity, Visibility } from "~/generated/prisma/enums";

import { detailNames, type Fields, textNames } from "./fields";

type Values = Record<string, string | string[] | undefined>;

/** What someone typed and chose, sound or not, so that a form can show it again. */
export const fieldsTyped = (values: Values): Fields => ({
  title: text(values.title),
  summary: text(values.summary),
  body: text(values.body),
  sources: text(values.sources),
  topics: list(values.topics),
  populations: list(values.populations),
  settings: list(values.settings),
  provinces: list(values.provinces),
  maturity: text(values.maturity, "IDEA") as Maturity,
  licence: text(values.licence, "CC-BY-4.0"),
  visibility: text(values.visibility, "PUBLIC") as Visibility,
});

/** The same, out of a form in the browser. */
export const fieldsInForm = (form: FormData): Fields =>
  fieldsTyped(
    Object.fromEntries(
      [...textNames, ...detailNames].map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
    ),
  );

const text = (value: string | string[] | undefined, otherwise = ""): string => ([value].flat()[0] ?? otherwise).replace(/\r\n?/g, "\n");

const list = (value: string | string[] | undefined): string[] => [value ?? []].flat();
