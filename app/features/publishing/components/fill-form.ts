import { detailNames, type Fields, textNames } from "~/features/publishing/fields";

/** Puts a text into the form, as if it had been typed. */
export function fillForm(form: HTMLFormElement, fields: Fields) {
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
}

const tell = (field: HTMLElement) => field.dispatchEvent(new Event("input", { bubbles: true }));
