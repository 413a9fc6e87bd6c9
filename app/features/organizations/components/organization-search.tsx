import type { OrganizationStatus } from "~/generated/prisma/enums";
import { useTranslation } from "~/i18n/context";
import { Badge, type Tone } from "~/ui/badge";

import { applicationLimits } from "../application-limits";

const tones: Record<OrganizationStatus, Tone> = {
  LISTED: "outline",
  APPLIED: "info",
  DECLINED: "danger",
  MEMBER: "success",
  CLOSED: "warning",
  MERGED: "warning",
};

/** How an organization stands with the portal. */
export function StatusBadge({ status }: { status: OrganizationStatus }) {
  return <Badge tone={tones[status]}>{useTranslation()(`applications.admin.status.${status}`)}</Badge>;
}

type Found = { id: string; name: string; city: string | null; status: OrganizationStatus; href: string };

/** Looks for organizations by name or address; each that was found leads where the page says. */
export function OrganizationSearch({
  label,
  hint,
  submit,
  sought,
  nothing,
  found,
}: {
  label: string;
  hint?: string;
  submit: string;
  sought: string;
  nothing: string;
  found: Found[];
}) {
  return (
    <div className="stack">
      <form className="form" method="get">
        <div className="field">
          <label className="field-label" htmlFor="sought">
            {label}
          </label>
          {hint && (
            <p className="field-hint" id="sought-hint">
              {hint}
            </p>
          )}
          <div className="search">
            <input
              className="search-input"
              type="search"
              name="q"
              id="sought"
              aria-describedby={hint ? "sought-hint" : undefined}
              defaultValue={sought}
              maxLength={applicationLimits.search}
            />
            <button className="search-button" type="submit">
              {submit}
            </button>
          </div>
        </div>
      </form>
      {sought && found.length === 0 && <p>{nothing}</p>}
      {found.length > 0 && (
        <ul className="stack stack-small">
          {found.map(({ id, name, city, status, href }) => (
            <li className="cluster" key={id}>
              <a href={href}>{name}</a>
              <StatusBadge status={status} />
              {city && <span className="field-hint">{city}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
