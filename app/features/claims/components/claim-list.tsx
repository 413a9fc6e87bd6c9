import type { ShownClaim } from "~/features/claims/shown";
import { useTranslation } from "~/i18n/context";
import { plainText } from "~/platform/plain-text";
import claimsStyles from "~/styles/claims.css";

import { SectionClaims } from "./section-evidence";

/** What all sections of a text rest on, one after the other: for those who read it before it is published. */
export function ClaimList({ claims, html }: { claims: ShownClaim[]; html: string }) {
  const t = useTranslation();
  if (claims.length === 0) return null;

  return (
    <section className="stack" aria-labelledby="claims">
      <link rel="stylesheet" href={claimsStyles} />
      <h2 id="claims">{t("publishing.field.claims")}</h2>
      {[...new Set(claims.map(({ section }) => section))].map((section) => (
        <div className="stack stack-small" key={section}>
          <h3>{headingIn(html, section) ?? section}</h3>
          <SectionClaims claims={claims.filter((claim) => claim.section === section)} />
        </div>
      ))}
    </section>
  );
}

/** What a section is called in the HTML of its text. */
function headingIn(html: string, section: string): string | null {
  const begin = html.indexOf(`<h2 id="s-${section}"`);
  const end = html.indexOf("</h2>", begin);
  return begin < 0 || end < 0 ? null : plainText(html.slice(begin, end + "</h2>".length)).trim();
}
