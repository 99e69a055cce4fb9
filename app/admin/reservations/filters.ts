/** What the list of reservations can be asked for, on its page and as a file. */
export const filters = ['status', 'from', 'to', 'stay', 'city']
