-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('ok', 'held', 'refused', 'unauthorized', 'limited', 'failed');

-- CreateEnum
CREATE TYPE "RefreshOutcome" AS ENUM ('ok', 'repeated', 'replayed', 'refused', 'failed');

-- CreateTable
CREATE TABLE "CallCount" (
    "hour" TIMESTAMPTZ NOT NULL,
    "operation" TEXT NOT NULL,
    "surface" "Surface" NOT NULL,
    "outcome" "CallOutcome" NOT NULL,
    "bucket" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "CallCount_pkey" PRIMARY KEY ("hour","operation","surface","outcome","bucket")
);

-- CreateTable
CREATE TABLE "RefreshCount" (
    "hour" TIMESTAMPTZ NOT NULL,
    "outcome" "RefreshOutcome" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RefreshCount_pkey" PRIMARY KEY ("hour","outcome")
);
