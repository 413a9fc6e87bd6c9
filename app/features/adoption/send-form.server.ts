import type { z } from "zod";

import { type ClientDataWarning, warningOf } from "~/features/confidentiality/warning";
import type { Language } from "~/i18n/languages";
import { attempt } from "~/platform/attempt.server";
import { unprocessable } from "~/platform/errors";
import type { FormErrors, FormValues } from "~/platform/forms.server";

import type { changeSchema, declarationSchema } from "./schema.server";

/** A form that comes back, as it was typed. `isStale`: things have moved on since it was drawn. `clientData`: what might let a client be known. */
export type SentAgain = { errors: FormErrors; values: FormValues; isStale: boolean; clientData: ClientDataWarning | null };

const UNCHECKED = "confidentiality.warning.goOn";

/** Which field of the forms a refusal belongs to. */
const errorFields: Record<string, string> = {
  "adoption.error.future": "on",
  "adoption.error.longPast": "on",
  "adoption.error.beforeLast": "on",
  "adoption.error.why": "reason",
  "adoption.error.version": "version",
  "adoption.error.province": "province",
  "adoption.error.already": "region",
};

/**
 * Gives a form about an adoption to a verb, once its writer has looked at what might let a client be known. It comes back with all that was typed, also
 * where the verb refuses it because things have moved on (409).
 */
export async function sendForm<Schema extends typeof declarationSchema | typeof changeSchema, Result>(
  request: Request,
  schema: Schema,
  language: Language,
  verb: (data: z.output<Schema>) => Promise<Result>,
): Promise<{ again: SentAgain; init: ResponseInit } | { again?: undefined; result: Result }> {
  let isStale = false;
  const sent = await attempt(
    request,
    schema,
    async (data) => {
      const warning = clientDataIn(data, language);
      if (warning && !warning.isChecked) throw unprocessable(UNCHECKED);
      try {
        return await verb(data);
      } catch (refusal) {
        if (!(refusal instanceof Response) || refusal.status !== 409) throw refusal;
        isStale = true;
        throw unprocessable(await refusal.text());
      }
    },
    errorFields,
  );
  if (!sent.again) return sent;

  const { errors, values } = sent.again;
  // The warning itself says what there is to do.
  const told = errors[""]?.includes(UNCHECKED) ? {} : errors;
  const again = { errors: told, values, isStale, clientData: clientDataIn(values, language) };
  return { again, init: isStale ? { status: 409 } : sent.init };
}

type Words = { stage?: unknown; region?: unknown; reason?: unknown; note?: unknown; clientDataChecked?: unknown };

/** Why something stopped is kept only where it has. */
const clientDataIn = ({ stage, region, reason, note, clientDataChecked }: Words, language: Language) =>
  warningOf({ region: said(region), reason: stage === "STOPPED" ? said(reason) : "", note: said(note) }, language, said(clientDataChecked));

/** Of a form that is not sound yet, no more than a sound one could hold. */
const said = (text: unknown): string => (typeof text === "string" ? text.slice(0, 1_000) : "");
