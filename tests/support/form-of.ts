import type { Fields } from "~/features/publishing/fields";

/** Fields as a form sends them: what only one kind has stands beside the others. */
export const formOf = ({ own = {}, ...fields }: Fields): Record<string, string | string[]> => ({ ...fields, ...own });
