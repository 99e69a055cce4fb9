/** What the list of people can be asked for, on its page and as a file. */
export const filters = ['q', 'role', 'state']
