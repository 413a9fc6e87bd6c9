import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";

import { may, type Subject } from "./policy";
import { atAddress } from "./slugs.server";

/** The organization at an address, as far as its people are concerned. What is hidden from the viewer does not exist (404). */
export async function getPlace(viewer: Viewer, language: Language, slug: string) {
  const row = found(
    await db.organizationSlug.findFirst({
      ...atAddress(language, slug),
      select: {
        organization: {
          select: {
            id: true,
            status: true,
            hiddenAt: true,
            faces: { select: { language: true, name: true, slug: true } },
            applications: { where: { answer: null }, select: { applicantId: true } },
          },
        },
      },
    }),
  );
  const { applications, faces, hiddenAt, ...organization } = row.organization;
  const subject: Subject = {
    ...organization,
    isHidden: hiddenAt !== null,
    applicantIds: applications.flatMap(({ applicantId }) => applicantId ?? []),
  };
  if (!may.read(viewer, subject)) throw notFound();

  const own = found(faces.find((face) => face.language === language));
  return {
    ...organization,
    subject,
    name: own.name,
    slug: own.slug,
    slugs: Object.fromEntries(faces.map((face) => [face.language, face.slug])),
  };
}

export type Place = Awaited<ReturnType<typeof getPlace>>;

/** The same, for who runs its people: 404 for strangers, 403 for who only belongs to it. */
export async function getPlaceToRun(viewer: Viewer, language: Language, slug: string) {
  const place = await getPlace(viewer, language, slug);
  if (!may.seePeople(viewer, place.subject)) throw notFound();
  authorize(may.runPeople(viewer, place.subject));

  return { ...place, mayGrant: may.grantPractitioner(viewer, place.subject) };
}
