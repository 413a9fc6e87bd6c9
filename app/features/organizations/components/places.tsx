import { useTranslation } from "~/i18n/context";

import { CanadaMap, type Place, type Shape } from "./canada-map";

type Props = { map: { viewBox: string; shapes: readonly Shape[] }; places: Place[]; everywhere: Place };

/** Where the organizations are: on a map, and in a list that says and does the same. */
export function Places({ map, places, everywhere }: Props) {
  const t = useTranslation();

  return (
    <details className="disclosure fold places">
      <summary>{t("organizations.map.title")}</summary>
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

function PlaceLink({ place: { label, count, href, isChosen } }: { place: Place }) {
  const t = useTranslation();

  return (
    <li>
      <a className="place" href={href} aria-current={isChosen || undefined}>
        <span>{label}</span>
        <span className="place-count" aria-hidden="true">
          {count}
        </span>
        <span className="visually-hidden">{t("organizations.list.count", { count })}</span>
      </a>
    </li>
  );
}
