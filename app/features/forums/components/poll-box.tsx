import type { PollView, PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Time } from "~/ui/time";

/** The poll under a post: a form for who may vote and has time left, the counts for who may know them, and else the question with its answers. */
export function PollBox({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  const { poll } = post;
  if (!poll || post.isRemoved) return null;
  const id = `poll-${post.number}`;
  const mayVote = post.may.vote && !poll.isClosed;

  return (
    <section className="poll" aria-labelledby={id}>
      <h3 className="poll-question" id={id}>
        <span className="eyebrow">{t("polls.poll.title")}</span> {poll.question}
      </h3>
      {mayVote ? <VoteForm post={post} poll={poll} named={id} /> : <Answers poll={poll} />}
      <p className="meta-line">
        <span>{t("polls.poll.voters", { count: poll.voters })}</span>
        {poll.closesAt && (
          <span>
            {t(poll.isClosed ? "polls.poll.closedAt" : "polls.poll.closesAt")} <Time at={poll.closesAt} withTime />
          </span>
        )}
        {!poll.isClosed && poll.options.some(({ votes }) => votes === null) && (
          <span>{t(poll.results === "VOTED" ? "polls.poll.hiddenVoted" : "polls.poll.hiddenClosed")}</span>
        )}
        {mayVote && <span>{t("polls.poll.secret")}</span>}
      </p>
      {post.may.closePoll && !poll.isClosed && (
        <form method="post" action={pathTo(language, "pollClosure", { id: post.id })} data-swap={`#post-${post.number}`}>
          <Button variant="quiet" small>
            {t("polls.poll.close")}
          </Button>
        </form>
      )}
    </section>
  );
}

function VoteForm({ post, poll, named }: { post: PostView; poll: PollView; named: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <form
      className="stack stack-small"
      method="post"
      action={pathTo(language, "postVote", { id: post.id })}
      data-swap={`#post-${post.number}`}
    >
      <fieldset className="poll-options" aria-labelledby={named}>
        <p className="field-hint">{t(poll.isMultiple ? "polls.poll.several" : "polls.poll.one")}</p>
        {poll.options.map((option) => (
          <label className="poll-option" key={option.id}>
            <input type={poll.isMultiple ? "checkbox" : "radio"} name="option" value={option.id} defaultChecked={option.isOwn} />
            <span className="poll-label">{option.label}</span>
            <Votes poll={poll} votes={option.votes} />
          </label>
        ))}
      </fieldset>
      <Button small name="vote" value="yes">
        {t(poll.hasVoted ? "polls.poll.change" : "polls.poll.vote")}
      </Button>
    </form>
  );
}

function Answers({ poll }: { poll: PollView }) {
  const t = useTranslation();

  return (
    <ul className="poll-options">
      {poll.options.map((option) => (
        <li className="poll-option" key={option.id}>
          <span className="poll-label">
            {option.label}
            {option.isOwn && <span className="poll-own"> ({t("polls.poll.own")})</span>}
          </span>
          <Votes poll={poll} votes={option.votes} />
        </li>
      ))}
    </ul>
  );
}

function Votes({ poll, votes }: { poll: PollView; votes: number | null }) {
  const t = useTranslation();
  if (votes === null) return null;
  const percent = poll.voters === 0 ? 0 : Math.round((100 * votes) / poll.voters);

  return (
    <>
      <meter className="poll-meter" min={0} max={Math.max(1, poll.voters)} value={votes} aria-hidden="true" />
      <span className="poll-votes">{t("polls.poll.share", { votes: t("polls.poll.votes", { count: votes }), percent })}</span>
    </>
  );
}
