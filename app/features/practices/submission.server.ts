import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { warningOf } from "~/features/confidentiality/warning";
import { getForSubmission } from "~/features/publishing/editing.server";
import type { Language } from "~/i18n/languages";
import type { FormErrors } from "~/platform/forms.server";

import { submitPractice } from "./practice.server";
import { practiceKind } from "./practice-kind.server";

/** What the form of a submission sends: the passages of which its author said that nobody can be recognized. */
export const submissionSchema = z.object({ clientDataChecked: z.string().max(1_000).default("") });

/**
 * Submits a guide once its author has looked at what might let a client be known. Gives the faults of what is missing or not looked at. Refuses
 * like submitPractice.
 */
export async function submitChecked(actor: Actor, language: Language, slug: string, checked: string): Promise<FormErrors | null> {
  const { words } = await getForSubmission(practiceKind, actor, language, slug);
  const warning = words && warningOf(words, language, checked);
  if (warning && !warning.isChecked) return { clientDataChecked: ["confidentiality.warning.goOn"] };
  return submitPractice(actor, language, slug);
}
