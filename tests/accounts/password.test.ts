import { expect, test } from "vitest";

import { faultOf, hashPassword, isCommon, isOutdated, isPassword } from "~/features/accounts/password.server";
import { newPasswordSchema, signUpSchema } from "~/features/accounts/schema.server";

const amira = { email: "amira.haddad@example.org", name: "Amira Haddad", roles: [] };

test("what is guessed first is refused in any coat", () => {
  for (const password of [
    "1234567890",
    "qwertyuiop",
    "QwErTyUiOp",
    "Password123",
    "P@ssw0rd2024",
    "password2026!",
    "MOTDEPASSE1",
    "azertyuiop",
    "iloveyou123",
    "aaaaaaaaaa",
    "1212121212",
    "montreal2026",
    "Canadiens123!",
    "basketball",
    "1q2w3e4r5t6y",
    "correct horse battery staple",
    "prescription sociale",
  ])
    expect([password, isCommon(password)]).toEqual([password, true]);
});

test("long passwords, spaces, accents, other scripts and emoji are welcome", () => {
  for (const password of [
    "four tin drums",
    "l’été à la baie",
    "🦫🍁🛶🌲🦌🏒🥞🌊🐻🦆",
    "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ",
    "portal-demo-2026",
    "x".repeat(128),
    "a".repeat(72),
  ])
    expect([password, faultOf(password, amira)]).toEqual([password, null]);
});

test("a password is counted in characters, and needs more of them where much hangs on it", () => {
  expect(faultOf("🦫🍁🛶🌲🦌🏒🥞🌊🐻", amira)).toBe("accounts.errors.passwordTooShort");
  expect(faultOf("ten chars!", amira)).toBeNull();
  for (const role of ["EDITOR", "MODERATOR", "ADMINISTRATOR"] as const) {
    expect(faultOf("only fourteen!", { ...amira, roles: [role] })).toBe("accounts.errors.passwordTooShortForStaff");
    expect(faultOf("exactly fifteen", { ...amira, roles: [role] })).toBeNull();
  }
});

test("one's own name and address are no password", () => {
  for (const password of ["amira.haddad@example.org", "Amira Haddad", "AmiraHaddad2026", "amira.haddad"])
    expect([password, faultOf(password, amira)]).toEqual([password, "accounts.errors.passwordIsYou"]);
  expect(faultOf("amira likes canoes", amira)).toBeNull();
});

test("a password of more than 256 characters is refused before it is hashed", () => {
  const tooLong = "x".repeat(257);

  expect(newPasswordSchema.safeParse({ token: "t", password: tooLong }).error?.issues).toMatchObject([
    { message: "accounts.errors.passwordTooLong" },
  ]);
  expect(signUpSchema.safeParse({ name: "A", email: "a@example.org", language: "en", password: tooLong }).success).toBe(false);
  expect(newPasswordSchema.safeParse({ token: "t", password: "x".repeat(256) }).success).toBe(true);
});

test("each hash has a salt of its own, and all of a password counts", async () => {
  const [one, two] = await Promise.all([hashPassword("x".repeat(72)), hashPassword("x".repeat(72))]);

  expect(one).not.toBe(two);
  expect(isOutdated(one)).toBe(false);
  expect(await isPassword("x".repeat(72), one)).toBe(true);
  expect(await isPassword(`${"x".repeat(72)}y`, one)).toBe(false);
  expect(await isPassword("anything at all", null)).toBe(false);
});

test("hashes wait their turn, and beyond a hundred that wait one is refused", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 150 }, () => hashPassword("four tin drums")));

  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.length).toBeGreaterThan(40);
  expect(refused[0]).toMatchObject({ reason: { status: 503 } });
  expect(await hashPassword("four tin drums")).toMatch(/^\$argon2id/);
});

test("names that advertise and addresses that are none are refused", () => {
  const faults = (changes: object) =>
    signUpSchema.safeParse({ name: "Amira", email: "amira@example.org", language: "en", password: "four tin drums", ...changes }).error
      ?.issues[0]?.message;

  for (const name of ["Win at https://x.example", "www.x.example", "<b>Amira</b>", "a@b", "\u202eAmira"])
    expect(faults({ name })).toBe("accounts.errors.nameOdd");
  for (const name of ["", " ", "\u200b", "\u00ad\u00ad", "…", undefined]) expect(faults({ name })).toBe("accounts.errors.nameRequired");
  for (const email of [
    "",
    "x",
    "a@b",
    "a b@example.org",
    "a@example.org\nBcc: b@example.org",
    "a@example.org,b@example.org",
    "<a@example.org>",
  ])
    expect(faults({ email })).toBe("accounts.errors.email");
  expect(faults({ email: `${"x".repeat(250)}@example.org` })).toBe("accounts.errors.emailTooLong");
  expect(faults({ language: "de" })).toBe("accounts.errors.language");
  expect(
    signUpSchema.parse({ name: "  Zoé \n d’Août ", email: " zoe@example.org ", language: "fr", password: "four tin drums" }),
  ).toMatchObject({
    name: "Zoé d’Août",
    email: "zoe@example.org",
  });
});
