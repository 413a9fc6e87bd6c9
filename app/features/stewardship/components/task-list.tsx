import { placeOf, type Task } from "~/features/stewardship/task";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

/** What waits, what is due first. Each leads to where it is done. */
export function TaskList({ tasks, today }: { tasks: Task[]; today: string }) {
  return (
    <div className="card-list">
      {tasks.map((task) => (
        <TaskCard key={`${task.kind} ${task.id} ${task.language}`} task={task} today={today} />
      ))}
    </div>
  );
}

function TaskCard({ task, today }: { task: Task; today: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { kind, title, since, due, parts } = task;
  const { page, values } = placeOf(task);
  const isLate = due !== null && due < today;

  return (
    <Card
      title={title}
      href={pathTo(kind === "ADOPTION" ? language : task.language, page, values)}
      level="h2"
      lang={task.language === language ? undefined : task.language}
      whole
      above={
        <p className="badge-list">
          <Badge tone={isLate ? "danger" : due ? "warning" : "info"}>{t(`stewardship.kinds.${kind}`)}</Badge>
        </p>
      }
    >
      <p className="card-text">{parts === null ? t(`stewardship.what.${kind}`) : t("stewardship.parts", { count: parts })}</p>
      <p className="meta-line">
        {due && <span>{t(isLate ? "stewardship.late" : "stewardship.due", { date: formatDate(due, language) })}</span>}
        {since && <span>{t("stewardship.since", { date: formatDate(since, language) })}</span>}
      </p>
    </Card>
  );
}
