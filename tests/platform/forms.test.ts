import { expect, test } from "vitest";
import { z } from "zod";

import { parseForm } from "~/platform/forms.server";

const schema = z.object({
  title: z.string().min(3, "too.short").max(10, "too.long"),
  topics: z.array(z.string()).max(2, "too.many").default([]),
  note: z.string().default(""),
});

test("a sound form gives what its schema makes of it", async () => {
  expect(
    await parseForm(
      form([
        ["title", "Walks"],
        ["topics", "a"],
        ["topics", "b"],
      ]),
      schema,
    ),
  ).toEqual({
    data: { title: "Walks", topics: ["a", "b"], note: "" },
    values: { title: "Walks", topics: ["a", "b"] },
  });
});

test("a list of one is a list", async () => {
  expect(
    (
      await parseForm(
        form([
          ["title", "Walks"],
          ["topics", "a"],
        ]),
        schema,
      )
    ).data?.topics,
  ).toEqual(["a"]);
});

test("faults come by field, with everything that was typed", async () => {
  expect(
    await parseForm(
      form([
        ["title", "W"],
        ["topics", "a"],
        ["topics", "b"],
        ["topics", "c"],
        ["note", " kept "],
      ]),
      schema,
    ),
  ).toEqual({
    errors: { title: ["too.short"], topics: ["too.many"] },
    values: { title: "W", topics: ["a", "b", "c"], note: " kept " },
  });
});

test("text is taken in one form of writing, without characters that cannot be kept", async () => {
  const { data } = await parseForm(
    form([
      ["title", "e\u0301te\u0301"],
      ["note", "a\r\nb\rc\u0000\u0007\ud800\td"],
    ]),
    schema,
  );

  expect(data).toMatchObject({ title: "\u00e9t\u00e9", note: "a\nb\nc\ufffd\td" });
});

test.each<[string, [string, string | File][]]>([
  [
    "an unknown field",
    [
      ["title", "Walks"],
      ["isAdmin", "1"],
    ],
  ],
  [
    "a field named like something that every object has",
    [
      ["title", "Walks"],
      ["constructor", "1"],
    ],
  ],
  [
    "a field named __proto__",
    [
      ["title", "Walks"],
      ["__proto__", "1"],
    ],
  ],
  [
    "a field twice",
    [
      ["title", "Walks"],
      ["title", "Talks"],
    ],
  ],
  ["a field as a list", [["title[]", "Walks"]]],
  ["a file where text belongs", [["title", new File(["Walks"], "title.txt")]]],
])("%s is refused", async (_, fields) => {
  await expect(parseForm(form(fields), schema)).rejects.toMatchObject({ status: 400 });
});

test.each(["application/json", "text/plain", "application/x-www-form-urlencodedx", "application/xml"])(
  "a body of type %s is refused",
  async (type) => {
    const request = new Request("http://portal/", { method: "POST", headers: { "Content-Type": type }, body: "title=Walks" });

    await expect(parseForm(request, schema)).rejects.toMatchObject({ status: 415 });
  },
);

test("a body that is not what it says is refused", async () => {
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };

  await expect(parseForm(new Request("http://portal/", { method: "POST", headers, body: "--y\r\n" }), schema)).rejects.toMatchObject({
    status: 400,
  });
});

function form(fields: [string, string | File][]): Request {
  const hasFile = fields.some(([, value]) => value instanceof File);
  const body = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of fields) body.append(name, value as string);
  return new Request("http://portal/", { method: "POST", body });
}
