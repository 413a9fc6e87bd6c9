import { expect, test } from "vitest";

import { Button } from "~/ui/button";
import { Checkboxes, Field, Select, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

import { draw } from "./draw";

test("a field has its label, and keeps what was typed", () => {
  const html = draw(<Field name="title" label="Title" defaultValue="Walking & talking" maxLength={120} required />);

  expect(html).toContain('<label class="field-label" for="field-title">Title');
  expect(html).toContain('value="Walking &amp; talking"');
  expect(html).toContain('id="field-title"');
  expect(html).toContain("(required)");
  expect(html).not.toContain("aria-invalid");
});

test("a faulty field is marked, and its hint and its fault are read with it", () => {
  const html = draw(<TextArea name="comment" label="Comment" hint="A few words" errors={["site.form.invalid"]} rows={4} />);

  expect(html).toContain('aria-describedby="field-comment-hint field-comment-errors"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toMatch(/id="field-comment-errors"><span class="visually-hidden">Error: <\/span>Please check what you entered here\./);
});

test("an error without words in the dictionary is said in general words, never as code", () => {
  const html = draw(<Field name="email" label="E-mail" errors={["Too small: expected string to have >=1 characters"]} />, "/fr");

  expect(html).toContain("Veuillez vérifier ce que vous avez entré ici.");
  expect(html).not.toContain("expected string");
});

test("a list offers its options and keeps the one that was chosen", () => {
  const options = [
    { value: "en", label: "English" },
    { value: "fr", label: "Français" },
  ];
  const html = draw(<Select name="language" label="Language" options={options} defaultValue="fr" />);

  expect(html).toContain('<option value="fr" selected="">Français</option>');
});

test("a group of choices is one field with a legend, and the summary of errors leads to its first choice", () => {
  const options = [
    { value: "food", label: "Food" },
    { value: "nature", label: "Nature" },
  ];
  const errors = { topics: ["site.form.invalid"] };
  const html = draw(
    <>
      <FormErrors errors={errors} labels={{ topics: "Topics" }} />
      <Checkboxes name="topics" legend="Topics" options={options} defaultValues={["nature"]} errors={errors.topics} />
    </>,
  );

  expect(html).toContain('<a href="#field-topics">Topics — Please check what you entered here.</a>');
  expect(html).toContain('<input type="checkbox" id="field-topics" name="topics" aria-invalid="true" value="food"/>');
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="field-topics-errors"/);
  expect(html).toMatch(/id="field-topics-nature"[^>]*checked=""/);
});

test("the summary can take the focus, and names a fault of the form as a whole without a link", () => {
  const html = draw(<FormErrors errors={{ "": ["site.form.invalid"], title: [] }} />);

  expect(html).toContain('role="alert"');
  expect(html).toContain('tabindex="-1"');
  expect(html).toContain("<li>Please check what you entered here.</li>");
  expect(html).not.toContain("#field-");
});

test("a form without faults has no summary", () => {
  expect(draw(<FormErrors errors={undefined} />)).toBe("");
  expect(draw(<FormErrors errors={{ title: [] }} />)).toBe("");
});

test("a button sends its form unless it is told otherwise", () => {
  expect(draw(<Button variant="danger">Withdraw</Button>)).toBe('<button type="submit" class="button button-danger">Withdraw</button>');
});
