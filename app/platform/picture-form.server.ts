import { languages } from "~/i18n/languages";

import { refusedForm } from "./attempt.server";
import { readForm } from "./forms.server";
import { type PageName, patterns } from "./paths";

/** What a form carries besides words: one picture, the files of a post, or a long list. */
export type Load = "picture" | "files" | "list";

/** The pages whose form carries that: only there may someone who is signed in send more than a page takes otherwise. */
const pages: Record<Load, PageName[]> = {
  picture: ["profilePhoto", "organizationLogo"],
  files: [
    "attachments",
    "newThread",
    "reply",
    "postEdit",
    "practiceDiscussion",
    "summaryDiscussion",
    "forumPreview",
    "referenceImports",
    "practiceImport",
  ],
  list: ["retractions"],
};

const addresses = (["picture", "files", "list"] as const).flatMap((load) =>
  pages[load].flatMap((page) =>
    languages.map((language) => ({ load, shape: new RegExp(`^/${language}/${patterns[page][language].replace(/:\w+/g, "[^/]+")}$`) })),
  ),
);

/** What the form at an address may carry. Null where it is words alone. */
export const loadOf = (pathname: string): Load | null => addresses.find(({ shape }) => shape.test(pathname))?.load ?? null;

/**
 * Reads a form of one file, named `picture`, and gives its bytes to a verb: none at all when nothing was chosen. What the person can
 * mend (422) or wait for (429) comes back as faults of the form; anything else in the form is refused with 400.
 */
export async function attemptPicture<Result>(request: Request, verb: (bytes: Uint8Array) => Promise<Result>) {
  const form = await readForm(request);
  const [picture, ...others] = form.getAll("picture");
  if ([...form.keys()].length !== 1 || others.length > 0 || !(picture instanceof File)) throw new Response("Bad request", { status: 400 });

  try {
    return { result: await verb(new Uint8Array(await picture.arrayBuffer())) };
  } catch (refusal) {
    return refusedForm(refusal, () => "picture");
  }
}
