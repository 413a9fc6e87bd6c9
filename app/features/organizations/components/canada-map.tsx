import { useTranslation } from "~/i18n/context";
import { classNames } from "~/ui/class-names";

/**
 * A province or territory, or what stands for all that are of none: how many there are, and the list of them. `mark` is what stands on the map, and
 * `said` the same in words.
 */
export type Place = { key: string; label: string; count: number; mark: string; said: string; href: string; isChosen: boolean };

export type Shape = { key: string; at: readonly [number, number]; path: string };

/** Canada by province and territory. Each leads to its list; darker are those that have more, and the mark says how many. */
export function CanadaMap({ viewBox, shapes, places }: { viewBox: string; shapes: readonly Shape[]; places: Place[] }) {
  const t = useTranslation();
  const most = Math.max(1, ...places.map(({ count }) => count));
  const drawn = shapes.flatMap((shape) => {
    const place = places.find(({ key }) => key === shape.key);
    return place ? [{ ...shape, ...place }] : [];
  });

  return (
    <nav aria-label={t("organizations.map.label")}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the navigation around it has a name, and so has each link in it */}
      <svg className="canada" viewBox={viewBox}>
        {drawn.map(({ key, label, count, mark, said, href, isChosen, path, at: [x, y] }) => {
          const name = t("organizations.map.place", { place: label, number: said });
          return (
            <a
              key={key}
              href={href}
              aria-label={name}
              aria-current={isChosen || undefined}
              className={classNames("province", shadeOf(count, most))}
            >
              <title>{name}</title>
              <path d={path} />
              <text x={x} y={y}>
                {key.toUpperCase()}
                <tspan className="province-count"> {mark}</tspan>
              </text>
            </a>
          );
        })}
      </svg>
    </nav>
  );
}

const shadeOf = (count: number, most: number) => count > 0 && `province-${Math.min(3, 1 + Math.floor((3 * count) / (most + 1)))}`;
