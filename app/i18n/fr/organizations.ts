import type { organizations as en } from "../en/organizations";
import type { SameKeysAs } from "../translate";

export const organizations = {
  conflict: { movedOn: "Quelqu’un d’autre a changé cela entre-temps. Veuillez relire la page." },
} as const satisfies SameKeysAs<typeof en>;
