import { recordConsents } from "~/features/accounts/consent.server";
import { hashPassword } from "~/features/accounts/password.server";
import { readSession, startSession } from "~/features/accounts/session.server";
import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

export const PASSWORD = "seven birds on a wire";

/** An account with a password that works, which agreed to the terms. */
export async function account(
  email: string,
  { language = "en", roles = [], name = "Amira" }: { language?: Language; roles?: Role[]; name?: string } = {},
) {
  const passwordHash = await hashPassword(PASSWORD);
  const created = await db.account.create({
    data: { email, name, language, passwordHash, roles: { create: roles.map((role) => ({ role })) } },
  });
  await db.$transaction((tx) => recordConsents(tx, created.id, language));
  return created;
}

/** Signs an account in, and gives the token of its cookie. */
export const session = async (accountId: string): Promise<string> => tokenOf(await db.$transaction((tx) => startSession(tx, accountId)));

export const tokenOf = (cookie: string): string => /^__Host-session=([^;]*)/.exec(cookie)?.[1] ?? "";

/** Who comes with this token. */
export const whoIs = async (token: string) =>
  (await readSession(new Request("http://127.0.0.1/en", { headers: { Cookie: `__Host-session=${token}` } }))).viewer;

/** What a visit from this network address brings along. */
export const from = (clientAddress = "192.0.2.1", sessionToken: string | null = null) => ({
  clientAddress,
  sessionToken,
  device: "Firefox · Linux",
});

export const events = async () => (await db.event.findMany({ orderBy: { at: "asc" }, select: { name: true } })).map(({ name }) => name);
