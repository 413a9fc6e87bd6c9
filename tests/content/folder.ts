import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach } from "vitest";

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "content-"));
  made.push(folder);
  return folder;
}

export const practiceYaml = `organization: team
sourceLanguage: en
authors:
  - { en: The team, fr: L’équipe }
topics: [food]
populations: []
settings: []
provinces: ["on"]
maturity: tried
licence: CC-BY-4.0
reviewedOn: 2026-01-31
nextReviewDue: 2027-01-31
`;

export const english = `---
title: Start a walking group
slug: start-a-walking-group
summary: How to begin a weekly walking group with people who were referred.
sources:
  - "A first source. <https://example.org/1>"
  - "A second source. <https://example.org/2>"
---

## Purpose {#purpose}

Walking helps [1](#source-1), says one; another doubts it [2](#source-2).

## Steps {#steps}

1. Find a path.
`;

export const french = `---
title: Lancer un groupe de marche
slug: lancer-un-groupe-de-marche
summary: "Comment lancer un groupe de marche hebdomadaire avec les personnes orientées."
sources:
  - "Une première source. <https://example.org/1>"
  - "Une deuxième source. <https://example.org/2>"
---

## But {#purpose}

La marche aide [1](#source-1), dit l’une ; l’autre en doute [2](#source-2).

## Étapes {#steps}

1. Trouvez un sentier.
`;

const sound = {
  "vocabularies/topics.yaml":
    "# What it is about.\n- { key: food, en: Food, fr: Alimentation }\n- { key: nature, en: Nature, fr: Nature }\n",
  "vocabularies/provinces.yaml": '- { key: "on", en: Ontario, fr: Ontario }\n',
  "organizations/team/organization.yaml":
    "kind: network\nprovince: null\ncity: null\nstatus: member\nsite: null\nen: { name: Team, slug: team }\nfr: { name: Équipe, slug: equipe }\n",
  "practices/walking-group/practice.yaml": practiceYaml,
  "practices/walking-group/en.md": english,
  "practices/walking-group/fr.md": french,
};

/** A small content folder without faults; `changes` replaces files, or takes them away (null). */
export function contentFolder(changes: Record<string, string | Buffer | null> = {}): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries({ ...sound, ...changes })) {
    const file = path.join(folder, name);
    if (text === null) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
