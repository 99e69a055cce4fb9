-- DropIndex
DROP INDEX "Attempt_address_updatedAt_idx";

-- DropIndex
DROP INDEX "Attempt_clientId_updatedAt_idx";

-- DropIndex
DROP INDEX "Attempt_clientName_idx";

-- CreateTable
CREATE TABLE "ProbeRun" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "results" JSONB NOT NULL,

    CONSTRAINT "ProbeRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProbeRun_at_idx" ON "ProbeRun"("at");

-- CreateIndex
CREATE INDEX "Attempt_address_updatedAt_idx" ON "Attempt"("address" text_pattern_ops, "updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_clientId_updatedAt_idx" ON "Attempt"("clientId" text_pattern_ops, "updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_clientName_idx" ON "Attempt"("clientName" text_pattern_ops);
