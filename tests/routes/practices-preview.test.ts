import { expect, test } from "vitest";

import { action } from "~/routes/contributions/preview";
import { submission } from "#tests/support/request";
import { guideForm, organization, person } from "#tests/support/world";

const PATH = "/en/practices/preview";

test("a form is drawn by the renderer that publishes, and nothing is kept", async () => {
  const amira = await writer();

  const response = await action(submission(amira, PATH, {}, guideForm({ body: "## Steps {#steps}\n\n<b>one</b>", sources: "A source." })));

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    outcome: "drawn",
    title: "Start a walking group",
    html: '<h2 id="s-steps">Steps</h2>\n<p>&lt;b&gt;one&lt;/b&gt;</p>\n',
    sourcesHtml: expect.stringContaining('<li id="source-1">A source.</li>'),
  });
});

test("what cannot be drawn is refused with the reason", async () => {
  const response = await action(submission(await writer(), PATH, {}, guideForm({ body: ">".repeat(3000) })));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({ outcome: "refused", errors: { body: ["publishing.markdown.tooDeep"] } });
});

test("what is too long is refused with the reason", async () => {
  const response = await action(submission(await writer(), PATH, {}, guideForm({ body: "x".repeat(100_001) })));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({ outcome: "refused", errors: { body: ["publishing.error.bodyTooLong"] } });
});

test("drawing is for those who may write", async () => {
  const member = await person("Benoit", { organizations: [await organization()] });

  await expect(action(submission(member, PATH, {}, guideForm()))).rejects.toMatchObject({ status: 403 });
  await expect(action(submission(null, PATH, {}, guideForm()))).rejects.toMatchObject({ status: 302 });
});

const writer = async () => person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
