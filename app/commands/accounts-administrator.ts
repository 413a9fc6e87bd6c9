// npm run accounts:administrator -- <e-mail>: makes someone with an account the first administrator of a portal that has none.
import { appointFirstAdministrator } from "~/features/accounts/role-grants.server";

import { openMigratedDatabase } from "./migrated-database.server";

const email = process.argv[2]?.trim() ?? "";
if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
  process.stderr.write("Name someone by the address of their account: npm run accounts:administrator -- someone@example.org\n");
  process.exit(1);
}

const refusals: Record<number, string> = {
  404: `There is no account with the address ${email}. Sign up and confirm the address first.`,
  409: "The portal has an administrator already, who can grant this role to others under Administration.",
};

const database = await openMigratedDatabase();
try {
  const { name } = await appointFirstAdministrator(email);
  process.stdout.write(`${name} <${email}> is now an administrator.\n`);
} catch (refusal) {
  const words = refusal instanceof Response ? refusals[refusal.status] : undefined;
  if (!words) throw refusal;
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
