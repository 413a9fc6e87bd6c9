import { licences } from "~/features/publishing/limits";

/** Who may adapt a text under a licence, and which licences the adaptation may carry. */
export type Adaptability = { by: "everyone" | "owner"; licences: readonly string[] };

/**
 * What the deeds of Creative Commons say of adaptations (CC0 1.0; BY, BY-SA and BY-NC 4.0, section 3): those of BY-SA carry BY-SA, those of BY-NC stay
 * without commerce, and what is given under BY is not given away by others. Under any other licence only the owner adapts.
 */
export function adaptability(licence: string): Adaptability {
  switch (licence) {
    case "CC0-1.0":
      return { by: "everyone", licences };
    case "CC-BY-4.0":
      return { by: "everyone", licences: licences.filter((one) => one !== "CC0-1.0") };
    case "CC-BY-SA-4.0":
    case "CC-BY-NC-4.0":
      return { by: "everyone", licences: [licence] };
    default:
      return { by: "owner", licences: [licence] };
  }
}
