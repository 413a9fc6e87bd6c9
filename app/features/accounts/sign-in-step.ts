import type { Language } from "~/i18n/languages";
import { ownPath, pathTo } from "~/platform/paths";

/** The address at which a sign-in goes on. `to` is the page that was wanted, and is kept until the last step. */
export function pathAfter(step: "home" | "security" | "secondFactor" | "return", language: Language, to: string | undefined): string {
  const wanted = ownPath(to, "");
  if (step === "home") return wanted || pathTo(language, "home");
  if (step === "security") return pathTo(language, "security");

  return pathTo(language, step === "secondFactor" ? "secondFactor" : "signInReturn", { to: wanted || undefined });
}
