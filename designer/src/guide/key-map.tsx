import { Modal, Switch } from '@mantine/core'
import { Fragment, useEffect, useState } from 'react'
import { isElsewhere } from '../flows/is-elsewhere.ts'
import { editingWords } from '../flows/words/editing.ts'
import { useFocusBack } from '../frame/use-focus-back.ts'
import { useWords } from '../i18n/index.ts'
import styles from './guide.module.css'
import { useGuide } from './guide-store.ts'
import { isQuestionMarkOn, setQuestionMark } from './remembered.ts'
import { isApple, type Key, keyName, type ShortcutGroup, shortcutGroups } from './shortcuts.ts'
import { keyboardWords } from './words/keyboard.ts'

/** The list of all shortcuts; opens by Ctrl+/, by "?" where that is on, and from the menu. */
export function KeyMap() {
  const t = useWords(keyboardWords)
  const editing = useWords(editingWords)
  const isOpen = useGuide(state => state.isKeyMapOpen)
  const open = useGuide(state => state.openKeyMap)
  const [hasQuestionMark, setHasQuestionMark] = useState(isQuestionMarkOn)
  useFocusBack(isOpen)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.key === '/'
      const isQuestion = event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey
      if (!isCommand && !(isQuestion && hasQuestionMark && !isElsewhere(event.target))) return
      event.preventDefault()
      open(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open, hasQuestionMark])

  return (
    <Modal
      opened={isOpen}
      onClose={() => open(false)}
      title={t('title')}
      size={760}
      closeButtonProps={{ 'aria-label': editing('close') }}
    >
      <div className={styles.groups}>
        {shortcutGroups.map(group => (
          <Group key={group.name} group={group} />
        ))}
      </div>
      <Switch
        mt="lg"
        label={t('questionMark')}
        description={t('questionMarkHint')}
        checked={hasQuestionMark}
        onChange={event => {
          setQuestionMark(event.currentTarget.checked)
          setHasQuestionMark(event.currentTarget.checked)
        }}
      />
    </Modal>
  )
}

type Named = 'Mod' | 'Shift' | 'Enter' | 'Delete' | 'Home' | 'End' | 'Space' | 'PageUp' | 'PageDown'

const named: { readonly [key: Key]: `key.${Named}` } = {
  Mod: 'key.Mod',
  Shift: 'key.Shift',
  Enter: 'key.Enter',
  Delete: 'key.Delete',
  Home: 'key.Home',
  End: 'key.End',
  Space: 'key.Space',
  PageUp: 'key.PageUp',
  PageDown: 'key.PageDown',
}

function Group({ group: { name, shortcuts } }: { group: ShortcutGroup }) {
  const t = useWords(keyboardWords)
  const hasApple = isApple(navigator.platform)
  const written = (key: Key) => keyName(key, hasApple, one => (named[one] ? t(named[one]) : one))
  return (
    <section>
      <h3 className={styles.groupName}>{t(name)}</h3>
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{t(does)}</dt>
            <dd>
              {keys.map((together, index) => (
                <Fragment key={together.join()}>
                  {index > 0 && <span className={styles.or}> {t('or')} </span>}
                  {together.map((key, at) => (
                    // The same key may be pressed twice.
                    <kbd key={`${key}-${at}`}>{written(key)}</kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
