-- DropIndex
DROP INDEX "Attempt_address_updatedAt_idx";

-- DropIndex
DROP INDEX "Attempt_clientId_updatedAt_idx";

-- DropIndex
DROP INDEX "Attempt_startedAt_idx";

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "host" TEXT;

-- CreateIndex
CREATE INDEX "Attempt_address_updatedAt_idx" ON "Attempt"("address" text_pattern_ops, "updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_clientId_updatedAt_idx" ON "Attempt"("clientId" text_pattern_ops, "updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_startedAt_id_host_end_reason_idx" ON "Attempt"("startedAt", "id", "host", "end", "reason");
