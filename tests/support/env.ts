import { speakBothLanguages } from "~/i18n/both-languages.server";

// Runs before every test file. A file that imports the world also gets a database (database.ts).
speakBothLanguages();
