import { detailNames, type Fields, textNames } from "~/features/publishing/fields";
import { type KindName, shapes } from "~/features/publishing/kind-shape";

/** Tells the rows of a form what it is filled with: how many there are, only they know. */
export const FILL = "fill-form";

/** Puts a text into the form, as if it had been typed. */
export function fillForm(kind: KindName, form: HTMLFormElement, fields: Fields) {
  for (const name of textNames) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    field.value = fields[name];
    tell(field);
  }
  for (const name of detailNames) {
    const chosen = [fields[name]].flat();
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)) {
      if (field instanceof HTMLSelectElement) field.value = chosen[0] ?? "";
      else field.checked = chosen.includes(field.value);
      tell(field);
    }
  }
  const { texts, lists } = shapes[kind].own;
  for (const field of ownFields(form, texts)) {
    field.value = fields.own?.[field.name]?.[0] ?? "";
    tell(field);
  }
  for (const field of ownFields(form, lists)) {
    (field as HTMLInputElement).checked = fields.own?.[field.name]?.includes(field.value) ?? false;
    tell(field);
  }
  form.dispatchEvent(new CustomEvent(FILL, { detail: fields }));
}

const ownFields = (form: HTMLFormElement, names: readonly string[]) =>
  names.flatMap((name) => [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)]);

const tell = (field: HTMLElement) => field.dispatchEvent(new Event("input", { bubbles: true }));
