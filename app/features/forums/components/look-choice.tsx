import { useTranslation } from "~/i18n/context";

import { icons, knownColour, knownIcon, palette } from "../category-look";
import { CategoryMark } from "./category-mark";

/** A colour or a sign of a category, each shown beside its name. */
export function LookChoice({ name, chosen, colour }: { name: "colour" | "icon"; chosen: string; colour: string }) {
  const t = useTranslation();
  const options =
    name === "colour"
      ? palette.map((value) => ({ value, label: t(`threads.categories.colours.${value}`), mark: { colour: value, icon: "chat" } }))
      : icons.map((value) => ({ value, label: t(`threads.categories.icons.${value}`), mark: { colour, icon: value } }));
  const known = name === "colour" ? knownColour(chosen) : knownIcon(chosen);

  return (
    <fieldset className="field choices">
      <legend className="field-label">{t(`threads.categories.${name}`)}</legend>
      <div className="choice-list look-list">
        {options.map(({ value, label, mark }, index) => {
          const id = index === 0 ? `field-${name}` : `field-${name}-${value}`;
          return (
            <div className="choice look" key={value}>
              <input type="radio" id={id} name={name} value={value} defaultChecked={value === known} />
              <label htmlFor={id}>
                <CategoryMark {...mark} /> {label}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
