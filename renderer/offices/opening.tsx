import { Page } from '../components/page'
import { words } from '../words/en'

/** What was typed is saved or let go; the next moment the page is the other office's. */
export const Opening = () => (
  <Page folio="" title={words.offices.opening}>
    {null}
  </Page>
)
