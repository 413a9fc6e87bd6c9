import { describe, expect, test } from "vitest";

import { readInvitationList, writeInvitationList } from "~/features/organizations/invitation-list.server";

const read = (text: string, rights: ("steward" | "practitioner")[] = []) => readInvitationList({ text, language: "en", rights });

const ana = { email: "ana@example.org", name: "Ana Díaz", language: "en", rights: [] };
const luc = { email: "luc@example.org", name: "Luc Roy", language: "fr", rights: ["steward"] };

describe("the same list is read", () => {
  test.each([
    ["with commas and English headings", "E-mail,Name,Language,Steward\nana@example.org,Ana Díaz,en,no\nluc@example.org,Luc Roy,fr,yes"],
    [
      "with semicolons and French headings",
      "Courriel;Nom;Langue;Responsable\nana@example.org;Ana Díaz;anglais;non\nluc@example.org;Luc Roy;Français;oui",
    ],
    ["with tabs", "email\tname\tlanguage\tsteward\nana@example.org\tAna Díaz\ten\t\nluc@example.org\tLuc Roy\tfr\tx"],
    ["without headings", "ana@example.org,Ana Díaz,en,no\nluc@example.org,Luc Roy,fr,yes"],
    [
      "with the mark of UTF-8, Windows line ends and empty lines",
      "\ufeffemail;name;language;steward\r\n\r\nana@example.org;Ana Díaz;en;no\r\n;;;\r\nluc@example.org;Luc Roy;fr;yes\r\n",
    ],
    [
      "with the columns in another order",
      "Steward,Langue,Nom complet,Adresse courriel\nno,en,Ana Díaz,ana@example.org\noui,fr,Luc Roy,luc@example.org",
    ],
    [
      "with quotation marks and spaces around",
      'email,name,language,steward\n "ana@example.org" , "Ana Díaz",EN,No\nluc@example.org,"Luc Roy",FR,YES',
    ],
  ])("%s", (_, text) => {
    const { invitees, faults, fault } = read(text);

    expect([faults, fault]).toEqual([[], undefined]);
    expect(invitees.map(({ line: _line, ...invitee }) => invitee)).toEqual([ana, luc]);
  });
});

test("addresses alone are enough: the form says the language and the role", () => {
  const { invitees } = read("ana@example.org\nluc@example.org", ["practitioner"]);

  expect(invitees).toMatchObject([
    { email: "ana@example.org", name: "", language: "en", rights: ["practitioner"], line: 1 },
    { email: "luc@example.org", rights: ["practitioner"], line: 2 },
  ]);
});

test("what stands between the columns is seen from several lines, whatever is in them", () => {
  for (const text of ["ana@example.org\nluc@example.org;Luc;fr;x", "email;name\nluc@example.org;Roy, Luc", "luc@example.org\t\tfr\n"])
    expect(read(text)).toMatchObject({ faults: [] });
  expect(read("email;name\nluc@example.org;Roy, Luc").invitees).toMatchObject([{ name: "Roy, Luc" }]);
});

test("every fault is told with its line, and what stands there", () => {
  const { faults } = read(
    [
      "email,name,language,steward",
      "no address,Ana,en,no",
      "luc@example.org,Luc,de,no",
      "LUC@example.org,Luc,fr,no",
      "mia@example.org,Mia,fr,perhaps",
      "zoe@example.org,Zoe,fr,no,more",
      ",Nobody,fr,no",
    ].join("\n"),
  );

  expect(faults).toEqual([
    { line: 2, reason: "membership.errors.email", value: "no address" },
    { line: 3, reason: "membership.errors.rowLanguage", value: "de" },
    { line: 4, reason: "membership.errors.rowTwice", value: "3" },
    { line: 5, reason: "membership.errors.rowSteward", value: "perhaps" },
    { line: 6, reason: "membership.errors.rowTooLong", value: "" },
    { line: 7, reason: "membership.errors.email", value: "" },
  ]);
});

test.each(["=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", "<b>Ana</b>", "www.example.org", "Ana\u202eanA"])("%s is no name", (name) => {
  expect(read(`ana@example.org;"${name}"`).faults).toMatchObject([{ line: 1, reason: "membership.errors.nameOdd" }]);
});

test.each([
  "=cmd@example.org",
  "+ana@example.org",
  "-ana@example.org",
  "ana@example",
  "ana@@example.org",
  "ana@example.org\nBcc: x@example.org",
])("%j is no address", (email) => {
  expect(read(`"${email}",Ana`).faults[0]).toMatchObject({ reason: "membership.errors.email" });
});

test("a column that is not known, or stands there twice, is a fault of the first line", () => {
  expect(read("email,phone,email\nana@example.org,555,x").faults.slice(0, 2)).toEqual([
    { line: 1, reason: "membership.errors.columnUnknown", value: "phone" },
    { line: 1, reason: "membership.errors.columnTwice", value: "email" },
  ]);
});

test("quotation marks that do not match are a fault, with the line", () => {
  expect(read('email,name\nana@example.org,"Ana\nluc@example.org,Luc').faults).toMatchObject([{ reason: "membership.errors.rowQuotes" }]);
  expect(read('ana@example.org,A"na').faults).toEqual([{ line: 1, reason: "membership.errors.rowQuotes" }]);
});

test("the lines are counted as an editor counts them, quoted line ends included", () => {
  const { invitees, faults } = read('email,name\n\n"ana@example.org","Ana\nDíaz"\nno,Luc');

  expect(invitees).toMatchObject([{ name: "Ana Díaz" }]);
  expect(faults).toMatchObject([{ line: 5, value: "no" }]);
});

test("500 rows are read, 501 are refused, and 10,000 are refused at once", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => `person${index}@example.org;Person ${index};fr;no`).join("\r\n");

  expect(read(rows(500)).invitees).toHaveLength(500);
  expect(read(`email;name;language;steward\n${rows(500)}`).invitees).toHaveLength(500);
  expect(read(rows(501))).toEqual({ invitees: [], faults: [], fault: "membership.errors.listTooLong" });
  const start = performance.now();
  expect(read(rows(10_000)).fault).toBe("membership.errors.listTooLong");
  expect(performance.now() - start).toBeLessThan(500);
});

test("a list of nobody is refused", () => {
  for (const text of ["", " \n\n", "\ufeff", "email,name\n", ";;;\n;;;"]) expect(read(text).fault).toBe("membership.errors.listEmpty");
});

test("what is sent on with the form reads back to the same people", () => {
  const people = read('email,name,language,steward\nana@example.org,"Díaz, Ana ""A""; RN",en,no\nluc@example.org,Luc Roy,fr,yes').invitees;

  expect(read(writeInvitationList(people)).invitees.map(({ line: _, ...invitee }) => invitee)).toEqual(
    people.map(({ line: _, ...invitee }) => invitee),
  );
});
