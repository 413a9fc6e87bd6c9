-- By hand: a person is found by topic, language and province at once. One index over every combination answers with those rows alone,
-- however many people there are; three indexes over one thing each would have to be compared row by row.
CREATE FUNCTION "profile_facets"("topics" text[], "languages" text[], "province" text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg("topic" || '|' || "language" || '|' || "place")
  FROM unnest(array_append("topics", '')) "topic", unnest(array_append("languages", '')) "language", unnest(ARRAY["province", '']) "place"
  WHERE "place" IS NOT NULL
$$;

ALTER TABLE "Profile"
    ADD COLUMN "facets" text[] GENERATED ALWAYS AS ("profile_facets"("topics", "languages", "province")) STORED,
    ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "sortName")) STORED;

-- DropIndex
DROP INDEX "Profile_languages_idx";

-- DropIndex
DROP INDEX "Profile_province_sortName_idx";

-- DropIndex
DROP INDEX "Profile_topics_idx";

-- CreateIndex
CREATE INDEX "Profile_facets_idx" ON "Profile" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "Profile_words_idx" ON "Profile" USING GIN ("words");
