import type { Language } from "~/i18n/languages";

import type { Citation } from "./citation";
import { signposts } from "./signposts";
import { type StructuredWork, structuredWork } from "./structured-work";

type Told = { structured: StructuredWork | null; headers: Record<string, string> };

/** What the page of a work tells machines: only of what is open to everyone, and at the address in the language of its text. */
export function toldToMachines(citation: Citation | null, language: Language, text: Parameters<typeof structuredWork>[1]): Told {
  if (!citation?.isOpen || citation.version.language !== language) return { structured: null, headers: {} };
  return { structured: structuredWork(citation, text), headers: { Link: signposts(citation) } };
}
