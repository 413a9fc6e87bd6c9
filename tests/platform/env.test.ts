import { spawnSync } from "node:child_process";

import { expect, test } from "vitest";

import { readEnvironment } from "~/platform/env.server";

const SECRET = "0123456789abcdef0123456789abcdef";

test("without any setting the portal runs on this machine, with its own database", () => {
  const { env, faults } = readEnvironment({});

  expect(faults).toEqual([]);
  expect(env).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", PORTAL_DATA: ".data", RATE_LIMIT_SCALE: 1, LOG_LEVEL: "info" });
  expect(env.DATABASE_URL).toBeUndefined();
});

test("an empty setting counts as unset", () => {
  expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({ env: { PORT: 3000 }, faults: [] });
});

test("all faults are told at once, each with what it got and what it wants", () => {
  const { faults } = readEnvironment({
    PORT: "80a",
    PORTAL_URL: "http://portal.example.org",
    TRUST_PROXY: "10.0.0.0/99",
    RATE_LIMIT_SCALE: "-1",
    LOG_LEVEL: "loud",
  });

  expect(faults).toEqual([
    'PORT is "80a"; it wants a port number from 0 to 65535.',
    expect.stringMatching(/^PORTAL_URL is "http:\/\/portal\.example\.org"; it wants the public origin without a path/),
    expect.stringMatching(/^TRUST_PROXY is "10\.0\.0\.0\/99"; it wants the addresses of your proxies/),
    'RATE_LIMIT_SCALE is "-1"; it wants a number above 0; 1 is normal.',
    'LOG_LEVEL is "loud"; it wants fatal, error, warn, info, debug, trace or silent.',
  ]);
});

test.each([
  ["PORT", "70000"],
  ["PORT", "3000.5"],
  ["HOST", "not a host"],
  ["PORTAL_URL", "https://portal.example.org/path"],
  ["PORTAL_URL", "portal.example.org"],
  ["PORTAL_URL", "javascript:alert(1)"],
  ["DATABASE_URL", "mysql://localhost/portal"],
  ["DATABASE_URL", "postgresql://localhost:5432"],
  ["DATABASE_DIRECT_URL", "localhost"],
  ["SMTP_URL", "mail.example.org"],
  ["MAIL_FROM", "Portal <portal@example.org>\r\nBcc: all@example.org"],
  ["PORTAL_SECRET", "short"],
  ["PORTAL_SECRET", "a".repeat(40)],
  ["PORTAL_DEMO", "yes"],
  ["TRUST_PROXY", "everyone"],
  ["RATE_LIMIT_SCALE", "0"],
  ["RATE_LIMIT_SCALE", "Infinity"],
  ["NODE_ENV", "staging"],
])("%s=%j is refused", (name, value) => {
  expect(readEnvironment({ [name]: value }).faults).toEqual([expect.stringMatching(new RegExp(`^${name} is .*; it wants `))]);
});

test.each([
  ["PORTAL_URL", "https://portal.example.org", "https://portal.example.org"],
  ["PORTAL_URL", "https://portal.example.org/", "https://portal.example.org"],
  ["PORTAL_URL", "http://localhost:3000", "http://localhost:3000"],
  ["HOST", "::1", "::1"],
  ["TRUST_PROXY", "loopback, 10.0.0.0/8, fd00::/8", "loopback, 10.0.0.0/8, fd00::/8"],
  ["MAIL_FROM", "Portail <portail@example.org>", "Portail <portail@example.org>"],
  ["PORTAL_DEMO", "0", false],
  ["RATE_LIMIT_SCALE", "1000", 1000],
])("%s=%j is taken", (name, value, read) => {
  expect(readEnvironment({ [name]: value })).toMatchObject({ env: { [name]: read }, faults: [] });
});

test("a database of one's own asks for a secret and a public address", () => {
  const source = { NODE_ENV: "production", DATABASE_URL: "postgresql://portal@db.example.org/portal" };

  expect(readEnvironment(source).faults).toEqual([
    expect.stringMatching(/^PORTAL_SECRET is not set; with DATABASE_URL it wants at least 32 random characters/),
    expect.stringMatching(/^PORTAL_URL is not set; with DATABASE_URL it wants the public origin/),
  ]);
  expect(readEnvironment({ ...source, PORTAL_SECRET: SECRET, PORTAL_URL: "https://portal.example.org" }).faults).toEqual([]);
});

test("to listen to others the portal must know its public address", () => {
  expect(readEnvironment({ NODE_ENV: "production", HOST: "0.0.0.0" }).faults).toEqual([
    expect.stringMatching(/^PORTAL_URL is not set; with HOST=0\.0\.0\.0 it wants/),
  ]);
  expect(readEnvironment({ NODE_ENV: "production", HOST: "127.0.0.2" }).faults).toEqual([]);
});

test("passwords are not repeated in a fault", () => {
  const { faults } = readEnvironment({
    DATABASE_URL: "postgres://portal:hunter2@",
    DATABASE_DIRECT_URL: "hunter2",
    SMTP_URL: "http://u:hunter2@x",
    PORTAL_SECRET: "hunter2",
  });

  expect(faults).toHaveLength(4);
  expect(faults.join("\n")).not.toContain("hunter2");
  expect(faults[3]).toMatch(/^PORTAL_SECRET is 7 characters \(not shown\); it wants/);
});

test("a portal with faulty settings says them all and ends with code 1", () => {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "app/platform/env.server.ts"], {
    encoding: "utf8",
    env: { NODE_ENV: "test", PATH: process.env.PATH, PORT: "no", LOG_LEVEL: "loud", PORTAL_SECRET: "hunter2" },
  });

  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    "The portal cannot start with these settings:",
    expect.stringMatching(/^ {2}- PORT is "no"/),
    expect.stringMatching(/^ {2}- PORTAL_SECRET is 7 characters/),
    expect.stringMatching(/^ {2}- LOG_LEVEL is "loud"/),
  ]);
});
