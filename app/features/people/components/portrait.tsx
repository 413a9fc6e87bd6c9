import { useTranslation } from "~/i18n/context";
import { fileAt } from "~/platform/paths";

/** The photo of a person, or the first letters of their name where there is none. */
export function Portrait({ name, photo, large = false }: { name: string; photo: string | null; large?: boolean }) {
  const t = useTranslation();
  const size = large ? 160 : 72;
  const className = large ? "portrait portrait-large" : "portrait";

  return photo ? (
    <img
      className={className}
      src={fileAt(photo)}
      alt={t("people.card.photoOf", { name })}
      width={size}
      height={size}
      loading={large ? "eager" : "lazy"}
    />
  ) : (
    <span className={className} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");
