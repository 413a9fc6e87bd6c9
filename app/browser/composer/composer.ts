import type { ComposerWords } from "~/features/forums/components/composer-words";

/** The form in which posts are written, with the words for it. */
export type Composer = { form: HTMLFormElement; area: HTMLTextAreaElement; words: ComposerWords };

/** The form of this page, if it has one. */
export function composerOf(root: ParentNode): Composer | null {
  const form = root.querySelector<HTMLFormElement>("form[data-composer]");
  const area = form?.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  if (!form || !area) return null;
  return { form, area, words: JSON.parse(form.dataset.words ?? "{}") as ComposerWords };
}

/** A field of the form by its name. */
export const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`);

/** The language that the writer says they write in. */
export const writtenLanguage = (form: HTMLFormElement): string =>
  form.querySelector<HTMLSelectElement>("select[name=language]")?.value || document.documentElement.lang;

/** The words in the form: those that a post would say. */
export const textsIn = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type]), input[type=text]")].map(
    ({ value }) => value,
  );
