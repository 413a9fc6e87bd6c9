import type { Maturity, Visibility } from "~/generated/prisma/enums";

import { detailNames, type Fields, textNames } from "./fields";
import { type KindName, shapes } from "./kind-shape";
import { formNames, typedOwn } from "./own-fields";

type Values = Record<string, string | string[] | undefined>;

/** What someone typed and chose, sound or not, so that a form can show it again. */
export const fieldsTyped = (kind: KindName, values: Values): Fields => {
  const own = typedOwn(shapes[kind].own, listsIn(values));
  return {
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
    ...(Object.keys(own).length > 0 ? { own } : {}),
  };
};

/** The same, out of a form in the browser. */
export const fieldsInForm = (kind: KindName, form: FormData): Fields =>
  fieldsTyped(
    kind,
    Object.fromEntries(
      [...textNames, ...detailNames, ...formNames(shapes[kind].own)].map((name) => [
        name,
        form.getAll(name).filter((value) => typeof value === "string"),
      ]),
    ),
  );

/** A stored state as the form of its kind holds it: without what no form carries. */
export function asTyped(kind: KindName, { own, ...fields }: Fields): Fields {
  const typed = typedOwn(shapes[kind].own, own);
  return Object.keys(typed).length > 0 ? { ...fields, own: typed } : fields;
}

const text = (value: string | string[] | undefined, otherwise = ""): string => ([value].flat()[0] ?? otherwise).replace(/\r\n?/g, "\n");

const list = (value: string | string[] | undefined): string[] => [value ?? []].flat();

const listsIn = (values: Values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, list(value)]));
