import { Cloud, CloudAlert, CloudOff, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { renameFlow } from '../editor/edit-flow.ts'
import type { SaveState } from '../editor/saver.ts'
import { useWords } from '../i18n/index.ts'
import { PublishedState } from '../publishing/published-state.tsx'
import type { Published } from '../publishing/use-published.ts'
import styles from './top-bar.module.css'
import { editingWords } from './words/editing.ts'

const MAX_NAME_CHARS = 120
const icons = {
  saved: Cloud,
  saving: LoaderCircle,
  offline: CloudOff,
  stale: CloudAlert,
  locked: CloudAlert,
  refused: CloudAlert,
}

/** The flow's name, to be changed in place, how it stands to what is published, and whether it is saved. */
export function FlowName({ saveState, published }: { saveState: SaveState; published: Published }) {
  const t = useWords(editingWords)
  const editor = useEditor()
  const name = useEditorState(state => state.flow.name)
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null) editor.getState().run('rename_flow', flow => renameFlow(flow, typed))
    setTyped(null)
  }
  const { version, isChanged } = published
  const stateKey = isChanged ? 'draftChanged' : 'draftSame'
  const Icon = icons[saveState.kind]
  const isReadOnly = useEditorState(state => state.isReadOnly)
  const message = saveState.kind === 'refused' ? saveState.message : ''
  const holder = saveState.kind === 'locked' ? saveState.holder : ''
  const saved = t(saveState.kind, { message, holder })

  return (
    <div className={styles.names}>
      <h1 className="visually-hidden">{name}</h1>
      <input
        className={styles.name}
        aria-label={t('rename')}
        value={typed ?? name}
        readOnly={isReadOnly}
        maxLength={MAX_NAME_CHARS}
        onChange={event => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      <p className={styles.state}>
        {!published.isWithdrawn && (
          <span className={styles.version}>{version === null ? t('draftNew') : t(stateKey, { version })}</span>
        )}
        <PublishedState {...published} />
        <span className={styles.saved} data-state={saveState.kind} role="status">
          <Icon size={14} aria-hidden /> {saved}
        </span>
      </p>
    </div>
  )
}
