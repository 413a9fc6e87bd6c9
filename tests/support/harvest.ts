import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import oaiPmh from "oai-pmh";

import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/oai";

import { submission, visit } from "./request";

/** The public client library, which asks the portal's own route over the network. `onRequest` is told of each question before it is answered. */
export async function harvester(onRequest: (search: string) => Promise<void> = async () => {}) {
  const server = createServer(async (request, response) => {
    await onRequest(request.url ?? "");
    const answer = await loader(visit(null, request.url ?? ""));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`;
  return { client: new oaiPmh.OaiPmh(address), close: () => server.close() };
}

/** What the route answers to these arguments. */
export async function asked(search: string | Record<string, string>, method: "GET" | "POST" = "GET") {
  const query = new URLSearchParams(search).toString();
  const sent = Object.fromEntries(new URLSearchParams(query));
  const answer = method === "GET" ? await loader(visit(null, `/oai?${query}`)) : await action(submission(null, "/oai", {}, sent));
  return { status: answer.status, headers: answer.headers, xml: await answer.text() };
}

/** So many works of both kinds in both languages, as if each had been published through the portal. Gives the ids of their contributions. */
export async function published(organizationId: string, count: number): Promise<string[]> {
  const works = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    kind: n % 2 === 0 ? ("SUMMARY" as const) : ("PRACTICE" as const),
    n,
  }));
  const faces = works.flatMap((work) =>
    (["en", "fr"] as const).map((language) => ({ ...work, language, faceId: randomUUID(), revisionId: randomUUID() })),
  );
  const at = new Date(Date.now() - 86_400_000);
  await db.contribution.createMany({
    data: works.map(({ id, kind }) => ({ id, kind, organizationId, sourceLanguage: "en", licence: "CC-BY-4.0", publishedAt: at })),
  });
  await db.face.createMany({
    data: faces.map(({ id, faceId, language, n }) => ({
      id: faceId,
      contributionId: id,
      language,
      slug: `work-${n}`,
      title: `Work ${n}`,
      summary: `About ${n}`,
      state: "PUBLISHED" as const,
      latestNumber: 1,
      publishedAt: at,
    })),
  });
  await db.faceSlug.createMany({ data: faces.map(({ kind, language, n, faceId }) => ({ kind, language, slug: `work-${n}`, faceId })) });
  await db.revision.createMany({
    data: faces.map(({ faceId, revisionId, n }) => ({
      id: revisionId,
      faceId,
      number: 1,
      title: `Work ${n}`,
      summary: `About ${n}`,
      body: "",
      sources: "",
      details: { licence: "CC-BY-4.0" },
      html: "",
      sourcesHtml: "",
      sections: [],
      words: 0,
      renderer: 1,
    })),
  });
  await db.version.createMany({ data: faces.map(({ faceId, revisionId }) => ({ faceId, revisionId, number: 1, publishedAt: at })) });
  await db.$executeRaw`UPDATE "Face" f SET "publishedRevisionId" = v."revisionId" FROM "Version" v WHERE v."faceId" = f.id`;
  return works.map(({ id }) => id);
}
