-- CreateTable
CREATE TABLE "PlaygroundInstallation" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaygroundInstallation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaygroundConversation" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaygroundConversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaygroundEntry" (
    "id" BIGSERIAL NOT NULL,
    "conversationId" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "PlaygroundEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlaygroundInstallation_accountId_createdAt_idx" ON "PlaygroundInstallation"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "PlaygroundInstallation_usedAt_idx" ON "PlaygroundInstallation"("usedAt");

-- CreateIndex
CREATE INDEX "PlaygroundConversation_accountId_createdAt_idx" ON "PlaygroundConversation"("accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "PlaygroundConversation_usedAt_idx" ON "PlaygroundConversation"("usedAt");

-- CreateIndex
CREATE INDEX "PlaygroundEntry_conversationId_id_idx" ON "PlaygroundEntry"("conversationId", "id");

-- AddForeignKey
ALTER TABLE "PlaygroundInstallation" ADD CONSTRAINT "PlaygroundInstallation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaygroundConversation" ADD CONSTRAINT "PlaygroundConversation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaygroundEntry" ADD CONSTRAINT "PlaygroundEntry_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "PlaygroundConversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
