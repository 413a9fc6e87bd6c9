// Run by markdown.test.ts as a process of its own: draws one text and has nothing more to do.
import { speakBothLanguages } from "~/i18n/both-languages.server";
import { renderMarkdown } from "~/platform/markdown.server";

speakBothLanguages();
process.stdout.write((await renderMarkdown("*once*", { language: "en" })).html);
