-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "suspendedAt" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "StaffInvitation" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StaffInvitation_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "StaffInvitation_expiresAt_idx" ON "StaffInvitation"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_suspendedAt_idx" ON "Account"("suspendedAt");

-- CreateIndex
CREATE INDEX "Account_role_idx" ON "Account"("role");

-- CreateIndex
CREATE INDEX "Account_email_idx" ON "Account"("email" text_pattern_ops);

-- CreateIndex
CREATE INDEX "Account_id_idx" ON "Account"("id" text_pattern_ops);

-- Prisma has no words for these: how a name begins, and names in their order.
CREATE INDEX "Account_name_begins_idx" ON "Account"(lower("name") text_pattern_ops);
CREATE INDEX "Account_name_idx" ON "Account"(lower("name"), "id");
