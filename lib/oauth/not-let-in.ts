/** What the client is told with `access_denied`; by it the attempt is told from a person's no. */
export const notLetIn = 'This person is not let in yet'
