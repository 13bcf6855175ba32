import './inter.css'
import './mantine.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { askAhead } from './app/ask-ahead'
import { bridge } from './app/bridge'
import { connect } from './app/client'
import { OfficeNotice } from './app/frame/office-notice'
import { keepFocus } from './app/keep-focus'
import { unsaved } from './app/leaving/unsaved'
import { LockGate } from './app/lock/lock-gate'
import { OfficeProvider } from './app/office'
import { followOfficeAddress } from './app/offices/address'
import { BeforeOffice } from './app/offices/before-office'
import { OfficesProvider } from './app/offices/provider'
import { fetchTheRest, router } from './app/routes'
import { colours, theme } from './theme'

// Vite writes <meta property="csp-nonce" nonce="…">; Chromium hides the attribute, the property still has it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
setNonce(nonce) // react-remove-scroll (modals) writes its own style element

// Events say what changed; what was answered once stays true until then. The office is on this computer, online or not.
const queries = new QueryClient({
  mutationCache: new MutationCache({ onSuccess: () => unsaved.accepted(), onError: () => unsaved.refused() }),
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

const root = createRoot(document.getElementById('root') as HTMLElement)
const draw = (page: ReactNode) =>
  root.render(
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <OfficesProvider>{page}</OfficesProvider>
    </MantineProvider>,
  )

followOfficeAddress()
unsaved.listen()
keepFocus()
if (bridge()) draw(<BeforeOffice />)
void connect().then((client) => {
  askAhead(client, queries)
  draw(
    <QueryClientProvider client={queries}>
      <OfficeProvider client={client}>
        <LockGate>
          <RouterProvider router={router} />
        </LockGate>
        <OfficeNotice />
      </OfficeProvider>
    </QueryClientProvider>,
  )
  fetchTheRest()
})
