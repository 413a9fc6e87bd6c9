import type { Circle } from "~/generated/prisma/enums";

/** From the widest to the narrowest. The people of one organization stand beside these: nothing is moved in or out of their spaces. */
const order: Circle[] = ["EVERYONE", "MEMBERS", "AFFILIATED", "STAFF"];

export type Change = "same" | "narrower" | "wider";

/** Whether fewer or more people read what goes from one circle to another. */
export function changeOf(from: Circle, into: Circle): Change {
  const by = order.indexOf(into) - order.indexOf(from);
  return by === 0 ? "same" : by > 0 ? "narrower" : "wider";
}
