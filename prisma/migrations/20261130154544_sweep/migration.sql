-- CreateTable
CREATE TABLE "Lease" (
    "job" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("job")
);

-- CreateTable
CREATE TABLE "SweptRoom" (
    "room" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "ms" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "more" BOOLEAN NOT NULL,
    "error" TEXT,

    CONSTRAINT "SweptRoom_pkey" PRIMARY KEY ("room")
);
