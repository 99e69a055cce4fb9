-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "step" TEXT GENERATED ALWAYS AS ("steps" -> -1 ->> 'step') STORED;

-- CreateIndex
CREATE INDEX "Attempt_startedAt_host_end_step_idx" ON "Attempt"("startedAt", "host", "end", "step");
