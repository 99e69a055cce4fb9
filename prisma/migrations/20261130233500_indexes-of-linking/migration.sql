-- Made before the old ones go: reads go on meanwhile.
-- CreateIndex
CREATE INDEX "Attempt_address_clientId_updatedAt_idx" ON "Attempt"("address" text_pattern_ops, "clientId", "updatedAt");

-- CreateIndex
CREATE INDEX "OAuthArtifact_grantId_kind_idx" ON "OAuthArtifact"("grantId", "kind");

-- DropIndex
DROP INDEX "Attempt_address_updatedAt_idx";

-- DropIndex
DROP INDEX "OAuthArtifact_grantId_idx";
