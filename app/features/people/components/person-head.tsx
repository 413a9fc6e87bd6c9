import type { PersonPage } from "~/features/people/queries.server";
import { PageHeader } from "~/ui/page-header";

import { Portrait } from "./portrait";

/** Who someone is: photo, name, pronouns and what they do. */
export function PersonHead({ person: { name, photo, pronouns, position } }: { person: PersonPage }) {
  return (
    <div className="person-head">
      <Portrait name={name} photo={photo} large />
      <PageHeader title={name} lead={position}>
        {pronouns && <p className="person-pronouns">{pronouns}</p>}
      </PageHeader>
    </div>
  );
}
