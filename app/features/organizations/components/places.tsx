import { useTranslation } from "~/i18n/context";

import { CanadaMap, type Place, type Shape } from "./canada-map";

type Props = { title: string; map: { viewBox: string; shapes: readonly Shape[] }; places: Place[]; everywhere: Place };

/** Where things are: on a map, and in a list that says and does the same. */
export function Places({ title, map, places, everywhere }: Props) {
  const t = useTranslation();

  return (
    <details className="disclosure fold places">
      <summary>{title}</summary>
      <div className="places-panes">
        <div className="skip-links">
          <a href="#results">{t("organizations.map.skip")}</a>
        </div>
        <CanadaMap {...map} places={places} />
        <nav aria-label={t("organizations.map.list")}>
          <ul className="place-list">
            {[everywhere, ...places].map((place) => (
              <PlaceLink key={place.key} place={place} />
            ))}
          </ul>
        </nav>
      </div>
    </details>
  );
}

function PlaceLink({ place: { label, mark, said, href, isChosen } }: { place: Place }) {
  return (
    <li>
      <a className="place" href={href} aria-current={isChosen || undefined}>
        <span>{label}</span>
        <span className="place-count" aria-hidden="true">
          {mark}
        </span>
        <span className="visually-hidden">{said}</span>
      </a>
    </li>
  );
}
