-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_number_idx" ON "AuditEntry"("subjectType", "number" DESC);
