-- AlterTable
ALTER TABLE "Reservation" ADD COLUMN     "cancelReason" TEXT;

-- AlterTable
ALTER TABLE "Stay" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "ClosedNight" (
    "roomId" TEXT NOT NULL,
    "night" DATE NOT NULL,

    CONSTRAINT "ClosedNight_pkey" PRIMARY KEY ("roomId","night")
);

-- CreateIndex
CREATE INDEX "Reservation_stayId_checkIn_status_idx" ON "Reservation"("stayId", "checkIn", "status");

-- CreateIndex
CREATE INDEX "Reservation_checkIn_id_idx" ON "Reservation"("checkIn", "id");

-- CreateIndex
CREATE INDEX "Reservation_createdAt_id_idx" ON "Reservation"("createdAt", "id");

-- AddForeignKey
ALTER TABLE "ClosedNight" ADD CONSTRAINT "ClosedNight_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
