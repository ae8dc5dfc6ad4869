import { Button, Checkbox, Group, Radio, Select, Stack } from '@mantine/core'
import { nodeDefinition } from '@pregoner/shared'
import { useTown } from '../api/town.ts'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { setLanguages, setSettings } from '../editor/edit-flow.ts'
import { Editable } from '../editor/editable.tsx'
import { titleOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { Dialog } from './dialog.tsx'
import { editingWords } from './words/editing.ts'

/** What holds for the whole flow: its languages, where "0" leads, how old buttons and texts in a row are treated. */
export function FlowSettings({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useWords(editingWords)
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('settingsTitle')} size="lg">
      {isOpen && <Settings onClose={onClose} />}
    </Dialog>
  )
}

function Settings({ onClose }: { onClose(): void }) {
  const t = useWords(editingWords)
  const nameOf = useWords(languageWords)
  const town = useTown()
  const editor = useEditor()
  const { languages, defaultLanguage, settings, nodes } = useEditorState(state => state.flow)
  const cards = useEditorState(state => state.language)
  const { run } = editor.getState()
  const offered = [...new Set([...town.languages, ...languages])]
  const places = nodes.filter(({ type }) => nodeDefinition(type)?.isPlace)
  const change = (chosen: Partial<typeof settings>) => run('settings', flow => setSettings(flow, chosen))

  return (
    <Stack gap="lg">
      <Editable>
        <Checkbox.Group
          label={t('languages')}
          description={t('languagesHint')}
          value={[...languages]}
          onChange={chosen =>
            run('languages', flow =>
              setLanguages(
                flow,
                offered.filter(language => chosen.includes(language)),
                defaultLanguage,
              ),
            )
          }
        >
          <Group mt="xs">
            {offered.map(language => (
              <Checkbox
                key={language}
                value={language}
                label={nameOf(language)}
                disabled={languages.length === 1 && languages.includes(language)}
              />
            ))}
          </Group>
        </Checkbox.Group>
        <Select
          label={t('defaultLanguage')}
          value={defaultLanguage}
          data={languages.map(language => ({ value: language, label: nameOf(language) }))}
          allowDeselect={false}
          onChange={value => {
            const chosen = languages.find(language => language === value)
            if (chosen) run('languages', flow => setLanguages(flow, languages, chosen))
          }}
        />
        <Select
          label={t('mainMenu')}
          description={t('mainMenuHint')}
          placeholder={t('noMainMenu')}
          clearable
          value={settings.mainMenu}
          data={places.map(node => ({ value: node.id, label: titleOf(node, cards) }))}
          onChange={value => change({ mainMenu: value })}
        />
        <Radio.Group
          label={t('staleTap')}
          value={settings.staleTap}
          onChange={value => change({ staleTap: value === 'repeat' ? 'repeat' : 'follow' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="follow" label={t('staleTapFollow')} />
            <Radio value="repeat" label={t('staleTapRepeat')} />
          </Stack>
        </Radio.Group>
        <Checkbox
          label={t('mergeTexts')}
          description={t('mergeTextsHint')}
          checked={settings.mergeTexts}
          onChange={event => change({ mergeTexts: event.currentTarget.checked })}
        />
      </Editable>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  )
}
