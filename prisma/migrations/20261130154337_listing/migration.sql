-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "reviewUntil" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "Logo" (
    "hash" TEXT NOT NULL,
    "png" BYTEA NOT NULL,
    "keptAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Logo_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" BIGSERIAL NOT NULL,
    "host" TEXT NOT NULL,
    "surface" JSONB NOT NULL,
    "submittedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedBy" TEXT,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Submission_host_id_idx" ON "Submission"("host", "id" DESC);

