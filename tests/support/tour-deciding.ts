import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { get } from "./people";
import type { Stop } from "./tour";

/** Deciding a case, on the page of its form alone. */
export async function deciding(language: Language): Promise<Stop[]> {
  const queue = await (await get(pathTo(language, "moderation", { kind: "FLAG" }), "admin")).text();
  const address = pathTo(language, "moderationCase", { id: "" });
  const id = new RegExp(`href="${address}([0-9a-f-]{36})"`).exec(queue)?.[1];
  if (!id) throw new Error("no report waits");

  const form = pathTo(language, "caseDecision", { id });
  const whole = { version: "0", rule: "respect", content: "HIDE", person: "NONE", toAuthor: "Please read it again." };
  return [
    { name: "the form of a decision", path: form, as: "admin" },
    { name: "a decision without measures", path: form, as: "admin", status: 422, send: { version: "0", rule: "respect" } },
    { name: "a decision that comes too late", path: form, as: "admin", status: 409, send: whole },
  ];
}
