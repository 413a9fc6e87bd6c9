import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge, type Tone } from "~/ui/badge";
import { Time } from "~/ui/time";

type State = "WAITING" | "GRANTED" | "DECLINED" | "WITHDRAWN";

const tones: Record<State, Tone> = { WAITING: "info", GRANTED: "success", DECLINED: "danger", WITHDRAWN: "outline" };

/** How an application stands. */
export function ApplicationState({ answer }: { answer: Exclude<State, "WAITING"> | null }) {
  const state = answer ?? "WAITING";
  return <Badge tone={tones[state]}>{useTranslation()(`applications.own.state.${state}`)}</Badge>;
}

type Own = { id: string; name: string; slug: string; askedAt: string; answer: Exclude<State, "WAITING"> | null };

/** What one has applied for. */
export function OwnApplications({ applications }: { applications: Own[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (applications.length === 0) return null;

  return (
    <section className="stack" aria-labelledby="own-applications">
      <h2 id="own-applications">{t("applications.new.own")}</h2>
      <ul className="card-list">
        {applications.map(({ id, name, slug, askedAt, answer }) => (
          <li className="card" key={id}>
            <h3 className="card-title">
              <a href={pathTo(language, "organizationApplication", { slug })}>{name}</a>
            </h3>
            <p className="cluster">
              <ApplicationState answer={answer} />
              <span className="field-hint">
                {t("applications.own.asked")} <Time at={askedAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
