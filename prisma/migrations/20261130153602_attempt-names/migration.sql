-- DropIndex
DROP INDEX "Attempt_address_updatedAt_idx";

-- DropIndex
DROP INDEX "Attempt_clientId_updatedAt_idx";

-- CreateIndex
CREATE INDEX "Attempt_address_updatedAt_idx" ON "Attempt"("address" text_pattern_ops, "updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_clientId_updatedAt_idx" ON "Attempt"("clientId" text_pattern_ops, "updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_clientName_idx" ON "Attempt"("clientName" text_pattern_ops);
