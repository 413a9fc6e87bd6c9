import { expect, test } from "vitest";

import { readTextFileForm } from "~/platform/text-file-form.server";

const send = (form: FormData | URLSearchParams) =>
  readTextFileForm(new Request("http://127.0.0.1/", { method: "POST", body: form }), "file");

const form = (...parts: [string, string | Blob][]) => {
  const data = new FormData();
  for (const [name, value] of parts) data.append(name, value);
  return data;
};

test("a form with a file gives its fields, and what the file says without the mark of UTF-8", async () => {
  const sent = await send(form(["text", ""], ["language", "fr"], ["file", new Blob([Buffer.from("\ufeffcourriel\r\né@example.org")])]));

  expect(sent).toEqual({
    fields: [
      ["text", ""],
      ["language", "fr"],
    ],
    file: { text: "courriel\r\né@example.org" },
  });
});

test("a file field that was left alone is no file", async () => {
  expect((await send(form(["text", "a"], ["file", new Blob([])]))).file).toBeNull();
  expect((await send(new URLSearchParams({ text: "a" }))).file).toBeNull();
});

test.each([
  ["another encoding", Buffer.from("é@example.org", "latin1")],
  ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff])],
  ["UTF-16", Buffer.from("\ufeffana@example.org", "utf16le")],
])("%s is no text", async (_, bytes) => {
  expect((await send(form(["file", new Blob([bytes])]))).file).toEqual({ text: null });
});

test("two files, a file under another name, a name in place of a file, and broken forms are refused", async () => {
  for (const bad of [
    form(["file", new Blob(["a"])], ["file", new Blob(["b"])]),
    form(["other", new Blob(["a"])]),
    new URLSearchParams({ file: "list.csv" }),
  ])
    await expect(send(bad)).rejects.toMatchObject({ status: 400 });

  const broken = (type: string, body: string) =>
    readTextFileForm(new Request("http://127.0.0.1/", { method: "POST", body, headers: { "Content-Type": type } }), "file");
  await expect(broken("multipart/form-data; boundary=x", "--y\r\n")).rejects.toMatchObject({ status: 400 });
  await expect(broken("application/json", "{}")).rejects.toMatchObject({ status: 415 });
});

test("more than a megabyte is refused", async () => {
  await expect(send(form(["file", new Blob(["a".repeat(1_000_001)])]))).rejects.toMatchObject({ status: 413 });
});
