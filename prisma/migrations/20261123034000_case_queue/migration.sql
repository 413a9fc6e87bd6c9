-- The queue narrowed to one kind, category or rule is read along its own order as well.
CREATE INDEX "Case_queue_kind_idx" ON "Case"(kind, priority DESC, "openedAt", id) WHERE "closedAt" IS NULL;
CREATE INDEX "Case_queue_category_idx" ON "Case"("categoryId", priority DESC, "openedAt", id) WHERE "closedAt" IS NULL;
CREATE INDEX "Case_queue_rule_idx" ON "Case"(rule, priority DESC, "openedAt", id) WHERE "closedAt" IS NULL;

-- Which open cases someone is concerned by.
CREATE INDEX "Case_open_owners_idx" ON "Case" USING gin ("ownerIds") WHERE "closedAt" IS NULL;
CREATE INDEX "Case_open_organizations_idx" ON "Case" USING gin ("organizationIds") WHERE "closedAt" IS NULL;

-- Requests that waited before there was a queue. They told whoever decides when they were made.
INSERT INTO "Case" (id, kind, "subjectType", "subjectId", language, "organizationIds", "ownerIds", "authorId", priority, title, words, "openedAt")
SELECT gen_random_uuid(), 'ROLE', 'ROLE_REQUEST', r.id, a.language, '{}', ARRAY[a.id], a.id, 20, a.name, r.reason, r."askedAt"
FROM "RoleRequest" r JOIN "Account" a ON a.id = r."accountId" WHERE r.answer IS NULL;

INSERT INTO "Case" (id, kind, "subjectType", "subjectId", language, "organizationIds", "ownerIds", "authorId", priority, title, words, "openedAt")
SELECT gen_random_uuid(), 'ORGANIZATION', 'APPLICATION', p.id, coalesce(a.language, 'en'), ARRAY[p."organizationId"], array_remove(ARRAY[a.id], NULL), a.id, 20,
  coalesce((SELECT f.name FROM "OrganizationFace" f WHERE f."organizationId" = p."organizationId" AND f.language = coalesce(a.language, 'en')), ''), p.message, p."askedAt"
FROM "OrganizationApplication" p LEFT JOIN "Account" a ON a.id = p."applicantId" WHERE p.answer IS NULL;
