import { en } from "./en";
import { fr } from "./fr";
import { addLanguage } from "./translate";

/** Makes both languages known to a process that speaks to everyone: the server, a command, a test. */
export function speakBothLanguages() {
  addLanguage("en", en);
  addLanguage("fr", fr);
}
