import { useTranslation } from "~/i18n/context";
import type { Translate } from "~/i18n/translate";
import { Radios } from "~/ui/field";

import type { Destination } from "../keeping-queries.server";

type Props = {
  legend: string;
  destinations: Destination[];
  chosen: string | string[] | undefined;
  errors: string[] | undefined;
};

/** To which category posts go, and who will read them there. */
export function DestinationChoice({ legend, destinations, chosen, errors }: Props) {
  const t = useTranslation();

  return (
    <Radios
      name="category"
      legend={legend}
      options={destinations.map((one) => ({
        value: one.id,
        label: one.name,
        ...(one.change === "same" ? {} : { hint: readersOf(t, one) }),
      }))}
      defaultValue={typeof chosen === "string" ? chosen : undefined}
      errors={errors}
      required
    />
  );
}

/** A warning that fewer people than now will read what goes there, or more. */
export function readersOf(t: Translate, { seenBy, change }: Pick<Destination, "seenBy" | "change">): string {
  const who = t(`threads.circle.${seenBy}`);
  const within = { who: who.charAt(0).toLowerCase() + who.slice(1) };
  return t(change === "wider" ? "threads.change.wider" : "threads.change.narrower", within);
}
