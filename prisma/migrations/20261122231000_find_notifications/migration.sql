-- CreateIndex
CREATE INDEX "Notification_subjectId_idx" ON "Notification"("subjectId");
