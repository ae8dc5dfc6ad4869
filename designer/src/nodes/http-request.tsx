import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import type { ConfigOf } from '@pregoner/shared'
import { Plug, Plus } from 'lucide-react'
import { useWords } from '../i18n/index.ts'
import { CardLine } from './card.tsx'
import { At, NodeForm, Section } from './fields/form.tsx'
import { InsertVariable } from './fields/insert-variable.tsx'
import { Items } from './fields/items.tsx'
import { KeptText } from './fields/kept-text.tsx'
import { replaced } from './fields/move.ts'
import { SaveAs } from './fields/save-as.tsx'
import { readableId } from './readable-id.ts'
import type { CardProps, FormProps, NodeView } from './view.ts'
import { nodeWords } from './words.ts'

type Config = ConfigOf<'http_request'>
const MAX_VALUES = 20

function Card({ config }: CardProps<Config>) {
  const t = useWords(nodeWords)
  if (config.url === '') return <CardLine isMissing>{t('http.no_url')}</CardLine>
  return (
    <CardLine>
      {config.method} {config.url.replace(/^https:\/\//, '')}
    </CardLine>
  )
}

function Form(props: FormProps<Config>) {
  const { config, onChange, town } = props
  const { map } = config
  const t = useWords(nodeWords)
  const hosts = town?.allowedHosts ?? []
  const changeMap = (changed: Config['map']) => onChange({ ...config, map: changed })
  const add = () => {
    const saveAs = readableId(
      t('value'),
      map.map(one => one.saveAs),
      'value',
    )
    changeMap([...map, { saveAs, path: 'results.0' }])
  }
  return (
    <NodeForm {...props}>
      <SegmentedControl
        fullWidth
        aria-label={t('http.method')}
        data={['GET', 'POST']}
        value={config.method}
        onChange={method => onChange({ ...config, method: method === 'POST' ? 'POST' : 'GET' })}
      />
      <At field="url">
        <TextInput
          label={t('http.url')}
          description={hosts.length > 0 ? t('http.url_hint', { hosts: hosts.join(', ') }) : t('http.no_hosts')}
          placeholder="https://"
          maxLength={2_000}
          spellCheck={false}
          value={config.url}
          onChange={event => onChange({ ...config, url: event.currentTarget.value })}
        />
        <InsertVariable
          into={t('http.url')}
          onInsert={name => onChange({ ...config, url: `${config.url}{{${name}}}` })}
        />
      </At>
      {config.method === 'POST' && (
        <At field="body">
          <Textarea
            label={t('http.body')}
            autosize
            minRows={3}
            maxRows={14}
            maxLength={10_000}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--font-mono)' } }}
            value={config.body}
            onChange={event => onChange({ ...config, body: event.currentTarget.value })}
          />
          <InsertVariable
            into={t('http.body')}
            onInsert={name => onChange({ ...config, body: `${config.body}{{${name}}}` })}
          />
        </At>
      )}
      <Section title={t('http.map')}>
        <Items items={map} field="map" titleOf={one => one.saveAs} isOrdered={false} onChange={changeMap}>
          {(one, index) => (
            <>
              <KeptText
                field={`map.${index}.path`}
                label={t('http.path')}
                description={t('http.path_hint')}
                value={one.path}
                maxChars={200}
                isMono
                onChange={path => changeMap(replaced(map, index, { ...one, path }))}
              />
              <SaveAs
                field={`map.${index}.saveAs`}
                value={one.saveAs}
                onChange={saveAs => changeMap(replaced(map, index, { ...one, saveAs }))}
              />
            </>
          )}
        </Items>
        {map.length < MAX_VALUES && (
          <Button variant="light" leftSection={<Plus size={16} aria-hidden="true" />} onClick={add}>
            {t('http.add')}
          </Button>
        )}
      </Section>
    </NodeForm>
  )
}

export const httpRequestView: NodeView<Config> = { Icon: Plug, Card, Form }
