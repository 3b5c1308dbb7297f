/** Tests speak every language from the start; a page loads the one that it shows. */
import { loadAllMessages } from './messages.ts'

await loadAllMessages()
