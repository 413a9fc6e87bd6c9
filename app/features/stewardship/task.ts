import type { Language } from "~/i18n/languages";
import type { PageName } from "~/platform/paths";

/** What waits for those who answer for an organization. */
export const taskKinds = ["EVIDENCE", "REVIEW", "WAIVER", "ADOPTION", "UPSTREAM", "BEHIND"] as const;

export type TaskKind = (typeof taskKinds)[number];

/** One of them. `since` and `due` are days, as 2026-11-23; `parts`: how many sections it concerns, where that is known. `id`: of an adoption. */
export type Task = {
  kind: TaskKind;
  work: "practice" | "summary";
  id: string;
  title: string;
  slug: string;
  language: Language;
  since: string | null;
  due: string | null;
  parts: number | null;
  /** Whether the viewer may write on the text. */
  mayWrite: boolean;
};

/** The page on which a task is done; or the text itself, for who runs the organization and does not write such texts. */
export function placeOf({ kind, work, id, slug, mayWrite }: Task): { page: PageName; values: Record<string, string> } {
  if (kind === "EVIDENCE") return { page: "evidenceReview", values: { slug } };
  if (kind === "ADOPTION") return { page: "adoption", values: { id } };
  if (!mayWrite) return { page: work, values: { slug } };

  switch (kind) {
    case "UPSTREAM":
      return { page: "upstream", values: { slug } };
    case "WAIVER":
      return { page: `${work}Waiver`, values: { slug } };
    case "BEHIND":
      return { page: `${work}Parity`, values: { slug } };
    case "REVIEW":
      return { page: `${work}Edit`, values: { slug } };
  }
}

/** In the order in which they should be done: what is due first, then what waits longest. */
export function inOrder(tasks: Task[]): Task[] {
  const last = "9999-12-31";
  const key = ({ due, since }: Task) => `${due ?? last} ${since ?? last}`;
  return tasks.sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
