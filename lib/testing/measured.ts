/** For tests of time: what else the machine does may spoil a try; what is slow is slow each time. */
export const measured = { retry: 2 }
