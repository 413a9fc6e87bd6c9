import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { warningOf } from "~/features/confidentiality/warning";
import type { Language } from "~/i18n/languages";
import type { FormErrors } from "~/platform/forms.server";

import { getForSubmission } from "./editing.server";
import type { Kind } from "./kinds.server";
import { submit } from "./review.server";

/** What the form of a submission sends: the passages of which its author said that nobody can be recognized. */
export const submissionSchema = z.object({ clientDataChecked: z.string().max(1_000).default("") });

/**
 * Submits a text once its author has looked at what might let a client be known. Gives the faults of what is missing or not looked at. Refuses
 * like submit.
 */
export async function submitChecked(
  kind: Kind,
  actor: Actor,
  language: Language,
  slug: string,
  checked: string,
): Promise<FormErrors | null> {
  const { words } = await getForSubmission(kind, actor, language, slug);
  const warning = words && warningOf(words, language, checked);
  if (warning && !warning.isChecked) return { clientDataChecked: ["confidentiality.warning.goOn"] };
  return submit(kind, actor, language, slug);
}
