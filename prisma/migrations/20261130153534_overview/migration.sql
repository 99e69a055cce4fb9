-- DropIndex
DROP INDEX "Grant_revokedAt_idx";

-- AlterTable
ALTER TABLE "Grant" ADD COLUMN     "host" TEXT;

-- CreateIndex
CREATE INDEX "Account_createdAt_idx" ON "Account"("createdAt");

-- CreateIndex
CREATE INDEX "Grant_revokedAt_expiresAt_host_idx" ON "Grant"("revokedAt", "expiresAt", "host");

-- CreateIndex
CREATE INDEX "Grant_createdAt_host_idx" ON "Grant"("createdAt", "host");
