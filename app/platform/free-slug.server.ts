import { randomInt } from "node:crypto";

/** Beyond this many of one name, figures by chance: nobody can use up the addresses of a name. */
const MOST_IN_ORDER = 20;
const MOST_TRIES = 40;

/** The first address of those that a name asks for which `claim` gets: the name itself unless it is reserved, then with a number. */
export async function firstFreeSlug(
  wanted: string,
  claim: (slug: string) => Promise<boolean>,
  reserved: readonly string[] = [],
): Promise<string> {
  for (let count = reserved.includes(wanted) ? 2 : 1; count < MOST_TRIES; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count <= MOST_IN_ORDER ? count : randomInt(1_000, 1_000_000_000)}`;
    if (await claim(slug)) return slug;
  }
  throw new Error("No address is left for this name.");
}
