/** What a conversation with the service looks like, beside the title of the home page. */
export { Conversation as Example } from '@/app/stays/conversation'
