import { type ManualPath, manualAt, manualPages } from '../manual/pages'
import { words } from '../words/en'

/** Leads to the page of the manual that explains this screen. */
export function HelpLink({ page }: { page: ManualPath }) {
  const name = manualPages.find(({ path }) => path === page)?.name ?? page
  return (
    <a href={manualAt(page)} aria-label={words.manual.helpOf(name)}>
      {words.manual.help}
    </a>
  )
}
