-- By hand: an organization is found by the words of its name, its regions and what it does, as a guide is by its own.
ALTER TABLE "OrganizationFace" ADD COLUMN "searchable" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector(CASE WHEN "language" = 'fr' THEN 'portal_fr'::regconfig ELSE 'portal_en'::regconfig END, "name"), 'A') ||
    setweight(to_tsvector(CASE WHEN "language" = 'fr' THEN 'portal_fr'::regconfig ELSE 'portal_en'::regconfig END, "regions"), 'B') ||
    setweight(to_tsvector(CASE WHEN "language" = 'fr' THEN 'portal_fr'::regconfig ELSE 'portal_en'::regconfig END, "about"), 'D')
) STORED;

-- CreateIndex
CREATE INDEX "OrganizationFace_searchable_idx" ON "OrganizationFace" USING GIN ("searchable");
