import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Empty } from '../components/empty'
import { Page } from '../components/page'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import classes from './manual.module.css'
import { Markdown } from './markdown'
import { manualAt, manualPages } from './pages'

const text = words.manual

/** The administrator's manual, as it lies in `docs/`. */
export function Manual() {
  const { page: path = manualPages[0].path } = useParams({ strict: false }) as { page?: string }
  const page = manualPages.find((one) => one.path === path)
  const written = useQuery({
    queryKey: ['manual', path],
    queryFn: async () => (await page?.read())?.default ?? '',
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  const [, title = text.title, body = ''] = /^# (.+)\n([\s\S]*)$/.exec(written ?? '') ?? []
  return (
    <Page
      folio=""
      title={page ? title : text.title}
      aside={
        <SidePanel label={text.list} size="narrow">
          <nav aria-label={text.list} className={classes.list}>
            {manualPages.map((one) => (
              <a key={one.path} href={manualAt(one.path)} aria-current={one === page ? 'page' : undefined}>
                {one.name}
              </a>
            ))}
          </nav>
        </SidePanel>
      }
    >
      {page ? (
        <div className={classes.page}>
          <Markdown text={body} />
        </div>
      ) : (
        <Empty what={text.none} how={text.noneHow} />
      )}
    </Page>
  )
}
