-- DropIndex
DROP INDEX "Attempt_startedAt_id_host_end_reason_idx";

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "step" TEXT GENERATED ALWAYS AS ("steps" -> -1 ->> 'step') STORED;

-- CreateIndex
CREATE INDEX "Attempt_startedAt_id_host_end_reason_step_idx" ON "Attempt"("startedAt", "id", "host", "end", "reason", "step");
