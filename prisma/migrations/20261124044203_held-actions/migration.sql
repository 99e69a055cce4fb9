-- CreateEnum
CREATE TYPE "ActionState" AS ENUM ('waiting', 'running', 'done', 'refused', 'failed', 'unknown', 'expired');

-- CreateEnum
CREATE TYPE "AskMode" AS ENUM ('always', 'above', 'app');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "mailsWaiting" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Action" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "grantId" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "onceKey" TEXT,
    "again" BOOLEAN NOT NULL DEFAULT false,
    "state" "ActionState" NOT NULL,
    "input" TEXT,
    "shown" TEXT,
    "result" TEXT,
    "error" JSONB,
    "spends" BOOLEAN NOT NULL DEFAULT false,
    "amount" BIGINT,
    "currency" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ,
    "openedAt" TIMESTAMPTZ,
    "mailedAt" TIMESTAMPTZ,
    "decidedAt" TIMESTAMPTZ,
    "endedAt" TIMESTAMPTZ,
    "deliveredAt" TIMESTAMPTZ,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AskRule" (
    "grantId" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "mode" "AskMode" NOT NULL,
    "above" BIGINT,
    "currency" TEXT,

    CONSTRAINT "AskRule_pkey" PRIMARY KEY ("grantId","operation")
);

-- CreateTable
CREATE TABLE "SpendingLimit" (
    "grantId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "dailyWrites" INTEGER,
    "dailyAmount" BIGINT,
    "currency" TEXT,

    CONSTRAINT "SpendingLimit_pkey" PRIMARY KEY ("grantId")
);

-- CreateIndex
CREATE INDEX "Action_accountId_createdAt_idx" ON "Action"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Action_state_endedAt_idx" ON "Action"("state", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Action_grantId_onceKey_key" ON "Action"("grantId", "onceKey");

-- CreateIndex
CREATE INDEX "AskRule_accountId_idx" ON "AskRule"("accountId");

-- CreateIndex
CREATE INDEX "SpendingLimit_accountId_idx" ON "SpendingLimit"("accountId");
