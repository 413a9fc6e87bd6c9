import { type SpawnOptions, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import type { Binaries } from "./binaries.server";
import { DatabaseUnavailable } from "./unavailable.server";

/** Whom PostgreSQL runs as. Without an account: whoever runs the portal. */
export type Identity = { account: { uid: number; gid: number } | null; prefix: string[] };

const ourselves: Identity = { account: null, prefix: [] };

/**
 * Finds whom to run PostgreSQL as, since it refuses root: the owner of the cluster that is there, else an account without rights.
 * Throws DatabaseUnavailable where no such account can enter the folder.
 */
export function findIdentity(binaries: Binaries, folder: string, owner: { uid: number; gid: number } | null): Identity {
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.())
      throw new DatabaseUnavailable(
        `The database in ${folder} belongs to another account; run the portal as that one, or set PORTAL_DATA.`,
      );
    return ourselves;
  }
  const account = owner && owner.uid !== 0 ? owner : plainAccount();
  // Below a folder such as /root that account cannot enter. Then it is lent one right over files: to pass and read them,
  // or, in a container that has no finer one, all of them. The portal's own role in the database cannot use it.
  const rights = [null, "dac_read_search", "dac_override"];
  const identities = rights.map((right) => ({ account, prefix: right ? lend(account, right) : [] }));
  const identity = identities.find((one) => runAs(one, "test", ["-x", folder, "-a", "-x", binaries.postgres]).status === 0);
  if (identity) return identity;

  throw new DatabaseUnavailable(
    `PostgreSQL does not run as root, and the account ${account.uid} cannot enter ${folder}; move the portal or run it as a plain user.`,
  );
}

/** Runs a program to its end under that identity, with nothing of the portal's own environment. */
export function runAs(identity: Identity, program: string, args: string[]) {
  const { command, rest, options } = commandAs(identity, program, args);
  return spawnSync(command, rest, { ...options, encoding: "utf8" });
}

/** How to start a program under that identity. */
export function commandAs({ account, prefix }: Identity, program: string, args: string[]) {
  const [command = program, ...rest] = [...prefix, program, ...args];
  const options = {
    ...(account && prefix.length === 0 ? account : {}),
    cwd: "/",
    env: { NODE_ENV: "production", PATH: process.env.PATH, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "UTC" },
  } satisfies SpawnOptions;

  return { command, rest, options };
}

/** PostgreSQL asks access(2) for its own program, which forgets about lent rights but for that bit. */
const lend = ({ uid, gid }: { uid: number; gid: number }, right: string) => [
  ...["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--securebits=+no_setuid_fixup"],
  ...[`--inh-caps=-all,+${right}`, `--ambient-caps=-all,+${right}`],
];

function plainAccount() {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [, , uid, gid] = accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody") ?? [];
  if (!uid) throw new DatabaseUnavailable("PostgreSQL does not run as root, and there is no account postgres or nobody to run it as.");

  return { uid: Number(uid), gid: Number(gid) };
}
