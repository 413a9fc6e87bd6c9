import { expect, test } from "vitest";

import { readForm } from "~/platform/forms.server";

const sent = (body: string | FormData, type?: string) =>
  new Request("https://portal.test/", { method: "POST", body, ...(type ? { headers: { "Content-Type": type } } : {}) });
const outcome = (request: Request) =>
  readForm(request).then(
    (form) => [...form.keys()].length,
    (refusal: Response) => refusal.status,
  );
const TYPE = "multipart/form-data; boundary=X";

test("a form with files and many choices is read", async () => {
  const form = new FormData();
  for (let count = 0; count < 200; count += 1) form.append("posts", String(count));
  form.append("file", new File(["\r\n--X\r\n".repeat(1_000)], `${"é".repeat(120)}.pdf`));

  expect(await outcome(sent(form))).toBe(201);
  expect(await outcome(sent("a=1&b=2", "application/x-www-form-urlencoded"))).toBe(2);
});

test("a form of ten thousands of parts, or of endless heads, is refused at once", async () => {
  const parts = `${'--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(50_000)}--X--\r\n`;
  const heads = `--X\r\n${"a: b\r\n".repeat(1_000_000)}\r\n--X--\r\n`;
  const preface = `${"a: b\r\n".repeat(500_000)}--X\r\n${"a: b\r\n".repeat(500_000)}\r\n\r\n--X--`;

  for (const body of [parts, heads, preface]) {
    const request = sent(body, TYPE);
    const began = performance.now();
    expect(await outcome(request)).toBe(400);
    expect(performance.now() - began).toBeLessThan(400);
  }
});

test("a form whose parts cannot be told apart is refused", async () => {
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=", 'multipart/form-data; boundary="a\\"b"'])
    expect(await outcome(sent("--X--", type))).toBe(400);
});
