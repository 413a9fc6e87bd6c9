import { randomUUID } from "node:crypto";

import type { ActionFunctionArgs } from "@remix-run/node";

import type { Viewer } from "~/features/accounts/actor";

import { submission } from "./request";

/** One entry of BibTeX. */
export const bibtex = (key: string, fields: Record<string, string> = {}) => {
  const all = { author: "Roe, Jane", title: `{A study of ${key}}`, year: "2020", journal: "BMJ Open", ...fields };
  return `@article{${key},\n${Object.entries(all)
    .map(([name, value]) => `  ${name} = {${value}}`)
    .join(",\n")}\n}\n`;
};

type Brought = { text?: string; file?: Uint8Array | string; format?: string; id?: string };

/** What the form of an import sends: multipart, with or without a file. */
export function bringing(viewer: Viewer, path: string, params: Record<string, string>, brought: Brought): ActionFunctionArgs {
  const { text = "", file = new Uint8Array(), format = "auto", id = randomUUID() } = brought;
  const form = new FormData();
  form.set("id", id);
  form.set("format", format);
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  form.set("file", new File([new Uint8Array(bytes)], "library.bib"));
  form.set("text", text);
  const args = submission(viewer, path, params);
  return { ...args, request: new Request(args.request.url, { method: "POST", body: form }) };
}
