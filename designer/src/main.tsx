import '@fontsource-variable/source-sans-3/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { beginPage } from './begin-page.ts'

const PATIENCE_MS = 2_000 // then whoever waits is at least told that something comes

const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
const root = createRoot(host)

// Citizens get the chat, the form of notices, the page of their reference or that of their data alone, without a byte of the officers' screens.
const chatTown = /^\/chat\/([^/]+)\/?$/.exec(location.pathname)?.[1]
const tracked = /^\/track(?:\/([^/]*))?\/?$/.exec(location.pathname)
const noticesTown = /^\/subscribe\/([^/]+)\/?$/.exec(location.pathname)?.[1]
const dataToken = /^\/my-data\/([\w-]+)\/?$/.exec(location.pathname)?.[1]
if (dataToken) {
  const { MyDataPage } = await import('./privacy/my-data-page.tsx')
  root.render(
    <StrictMode>
      <MyDataPage token={dataToken} />
    </StrictMode>,
  )
} else if (tracked) {
  const { TrackPage } = await import('./track/track-page.tsx')
  root.render(
    <StrictMode>
      <TrackPage asked={decodeURIComponent(tracked[1] ?? '')} />
    </StrictMode>,
  )
} else if (noticesTown) {
  const { SubscribePage } = await import('./subscribe/subscribe-page.tsx')
  root.render(
    <StrictMode>
      <SubscribePage townKey={decodeURIComponent(noticesTown)} />
    </StrictMode>,
  )
} else if (chatTown) {
  const { ChatPage } = await import('./chat/chat-page.tsx')
  root.render(
    <StrictMode>
      <ChatPage townKey={decodeURIComponent(chatTown)} />
    </StrictMode>,
  )
} else {
  const begun = beginPage(location.pathname)
  const { App, waitForFirstAnswers } = await import('./app.tsx')
  const isReady = Promise.all([begun, waitForFirstAnswers(location.pathname)])
  await Promise.race([isReady, new Promise(resolve => setTimeout(resolve, PATIENCE_MS))])
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
