-- CreateTable
CREATE TABLE "Tester" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "tokenHash" TEXT,
    "accountId" TEXT,
    "invitedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "acceptedAt" TIMESTAMPTZ,

    CONSTRAINT "Tester_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessRequest" (
    "accountId" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refusedAt" TIMESTAMPTZ,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("accountId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tester_email_key" ON "Tester"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Tester_tokenHash_key" ON "Tester"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Tester_accountId_key" ON "Tester"("accountId");

-- CreateIndex
CREATE INDEX "AccessRequest_at_idx" ON "AccessRequest"("at");

-- AddForeignKey
ALTER TABLE "Tester" ADD CONSTRAINT "Tester_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
