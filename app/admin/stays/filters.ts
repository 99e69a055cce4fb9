/** What the list of houses can be asked for, on its page and as a file. */
export const filters = ['q', 'state']
