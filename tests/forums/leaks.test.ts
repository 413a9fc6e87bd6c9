import path from "node:path";

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import type { Role } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import type { Who } from "#tests/matrix/design";
import { forumsIn } from "#tests/matrix/forums";
import { askers, canaryOf, layTraps, type Question, questionsTo } from "#tests/matrix/leaks";
import { guide, organization, person } from "#tests/support/world";
import { submission, visit } from "#tests/support/request";

/*
 * Every loader of the portal, and every action of the forums that is sent nothing, as people ask who may not see what is hidden there. What
 * the whole portal answers over the network, with its pages, is asked in tests/matrix.
 */

type Module = {
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
};

async function theWorld() {
  const riverside = await organization("riverside");
  const elsewhere = await organization("elsewhere");
  const author = await person("Author", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const { id, slug } = await guide({ by: author, state: "PUBLISHED", fields: { visibility: "ORGANIZATION" } });
  const who = async (name: Who, roles: Role[] = [], organizations: { id: string }[] = []) =>
    [name, await person(name, { roles, organizations })] as const;
  const viewers = new Map<Who, Viewer>([
    ["visitor", null],
    ["suspended", null],
    await who("member"),
    await who("practitioner of elsewhere", ["PRACTITIONER"], [elsewhere]),
    await who("practitioner", ["PRACTITIONER"], [riverside]),
    await who("moderator", ["MODERATOR"]),
  ]);
  const forums = await forumsIn(author, riverside.id, id);
  const sessions = new Map([...viewers.keys()].map((name) => [name, ""]));
  const places = {
    forums,
    guides: { en: { forRiverside: slug }, fr: { forRiverside: slug } },
    organizations: { riverside: { slug: "riverside" } },
  };

  return { places: { ...places, profile: "author", colleague: author.id }, traps: await layTraps({ forums, sessions }), viewers };
}

test("what someone may not see of the forums stands in no data, redirect or refusal", { timeout: 120_000 }, async () => {
  const { places, traps, viewers } = await theWorld();
  const leaks: string[] = [];
  let asked = 0;
  let told = 0;
  for (const who of askers)
    for (const question of questionsTo(places, traps, who).filter(({ method, path }) => method !== "HEAD" && !path.includes("_data="))) {
      const answer = await answerTo(question, viewers.get(who) ?? null);
      asked += 1;
      if (/canary/i.test(answer)) told += 1;
      const leak = canaryOf(who).exec(answer);
      if (leak) leaks.push(`${question.method} ${question.path} (${question.file}) as ${who}: ${leak[0]}`);
    }

  expect([...new Set(leaks)].sort()).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
  expect(told).toBeGreaterThan(50); // what each may see is told
  const mails = await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE payload::text ILIKE '%canary%'`;
  expect(mails).toEqual([]);
});

/** All that a loader or an action says: its status, its headers, and its words. */
async function answerTo({ method, path: address, file, values, form }: Question, viewer: Viewer): Promise<string> {
  const module = (await import(/* @vite-ignore */ path.resolve("app", file))) as Module;
  try {
    const answer = await (method === "POST"
      ? module.action?.(submission(viewer, address, values, form ?? {}))
      : module.loader?.(visit(viewer, address, values)));
    return await wordsOf(answer);
  } catch (refusal) {
    if (!(refusal instanceof Response)) throw refusal;
    return wordsOf(refusal);
  }
}

async function wordsOf(answer: unknown): Promise<string> {
  if (!(answer instanceof Response)) return JSON.stringify(answer) ?? "";
  return [answer.status, ...[...answer.headers].flat(), await answer.text()].join("\n");
}
