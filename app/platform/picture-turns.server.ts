/** How many pictures one person may be sending at a time: each of them fills the memory until it is drawn. */
const AT_ONCE = 2;

const sending = new Map<string, number>();

/** Lets someone send a picture, and gives what is to be called when it is over. Null when they are sending too many already. */
export function takeTurn(accountId: string): (() => void) | null {
  const count = sending.get(accountId) ?? 0;
  if (count >= AT_ONCE) return null;

  sending.set(accountId, count + 1);
  return () => {
    const left = (sending.get(accountId) ?? 1) - 1;
    if (left > 0) sending.set(accountId, left);
    else sending.delete(accountId);
  };
}
