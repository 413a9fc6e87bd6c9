import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";

/** The words of a term, the table `t`, in a language. */
export const termLabel = (language: Language): Prisma.Sql => (language === "fr" ? Prisma.sql`t.fr` : Prisma.sql`t.en`);
