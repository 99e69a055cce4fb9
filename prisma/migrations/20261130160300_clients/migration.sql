-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "usedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ClientSecret" (
    "id" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ,
    "lastUsedAt" TIMESTAMPTZ,

    CONSTRAINT "ClientSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientSuspension" (
    "clientId" TEXT NOT NULL,
    "suspendedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "ClientSuspension_pkey" PRIMARY KEY ("clientId")
);

-- CreateTable
CREATE TABLE "AdmissionReport" (
    "clientId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "firstAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdmissionReport_pkey" PRIMARY KEY ("clientId")
);

-- CreateIndex
CREATE INDEX "ClientSecret_clientId_idx" ON "ClientSecret"("clientId");

-- CreateIndex
CREATE INDEX "ClientSecret_expiresAt_idx" ON "ClientSecret"("expiresAt");

-- CreateIndex
CREATE INDEX "ClientSuspension_suspendedAt_idx" ON "ClientSuspension"("suspendedAt");

-- CreateIndex
CREATE INDEX "AdmissionReport_lastAt_idx" ON "AdmissionReport"("lastAt");

-- CreateIndex
CREATE INDEX "Client_usedAt_id_idx" ON "Client"("usedAt", "id");

-- AddForeignKey
ALTER TABLE "ClientSecret" ADD CONSTRAINT "ClientSecret_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each client's one secret becomes the first of several.
INSERT INTO "ClientSecret" ("id", "clientId", "hash", "createdAt")
SELECT gen_random_uuid()::text, "id", "secretHash", "createdAt" FROM "Client" WHERE "secretHash" IS NOT NULL;
UPDATE "Client" SET "usedAt" = "createdAt";
ALTER TABLE "Client" DROP COLUMN "secretHash";
