-- What stands in two languages until now counts as in step.
INSERT INTO "Rendering" ("faceId", section, number, "publishedNumber")
SELECT f.id, part.key, o."latestNumber", (SELECT p.number FROM "Revision" p WHERE p.id = o."publishedRevisionId")
FROM "Face" f JOIN "Face" o ON o."contributionId" = f."contributionId" AND o.id <> f.id
  JOIN "Revision" r ON r."faceId" = f.id AND r.number = f."latestNumber"
  CROSS JOIN LATERAL (
    SELECT s->>'key' AS key FROM jsonb_array_elements(r.sections) s
    UNION SELECT unnest(ARRAY['', ':title', ':summary', ':sources', ':order'])) part
WHERE part.key IS NOT NULL
ON CONFLICT DO NOTHING;
