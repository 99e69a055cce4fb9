import ar from './messages/ar'
import en from './messages/en'
import fr from './messages/fr'

/** Every language, in the order in which they are offered. */
export const languages = { en, fr, ar } satisfies Record<string, Language>

/** Of which English is the measure: a text that another language lacks does not compile. */
export type Messages = typeof en.messages

export type Language = {
  name: string
  direction: 'ltr' | 'rtl'
  messages: Messages
  catalog: Record<string, string>
}
