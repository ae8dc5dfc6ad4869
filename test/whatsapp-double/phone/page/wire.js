import { byId, element, post } from './dom.js'

const CODES = [131056, 130429, 131047, 131026, 131000, 131016, 190, 2, 131053, 132001]
const open = new Set()

const nameOf = record =>
  record.kind === 'call'
    ? [record.method, record.path, kindOf(record.body)].filter(Boolean).join(' ')
    : `webhook: ${record.fields.join(', ')}`

const kindOf = body => body?.interactive?.type ?? body?.type ?? body?.status

const parsed = text => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const outcomeOf = ({ status, answer }) => {
  const code = answer?.error?.code
  return code === undefined ? String(status || 'no answer') : `${status} · ${code}`
}

function recordNode(record) {
  const key = `${record.at}${nameOf(record)}`
  const isGood = record.status === 200
  const detail =
    record.kind === 'call'
      ? { body: record.body, answer: record.answer }
      : { envelope: parsed(record.envelope), answer: record.body }
  const details = element(
    'details',
    {
      open: open.has(key),
      ontoggle: event => (event.target.open ? open.add(key) : open.delete(key)),
    },
    element(
      'summary',
      {},
      element(
        'span',
        { className: 'arrow', title: record.kind === 'call' ? 'server to Graph' : 'to the server' },
        record.kind === 'call' ? '←' : '→',
      ),
      element('span', { className: 'cut' }, nameOf(record)),
      element('span', { className: isGood ? 'good' : 'bad' }, outcomeOf(record)),
      element(
        'time',
        {},
        `${new Date(record.at).toLocaleTimeString()}${record.ms ? ` · ${Math.round(record.ms)} ms` : ''}`,
      ),
    ),
    element('pre', {}, JSON.stringify(detail, null, 2)),
  )
  return element('li', {}, details)
}

const control = body => post('/phone/control', body)

const toggle = (label, isOn, run) =>
  element(
    'label',
    { className: 'toggle' },
    element('input', { type: 'checkbox', checked: isOn, onchange: event => run(event.target.checked) }),
    label,
  )

function workshopNodes({ behaviour, limits, selected, templates }) {
  const codes = element(
    'select',
    { 'aria-label': 'Error code' },
    ...CODES.map(code => element('option', { value: code }, String(code))),
  )
  const strike = isAsync => () =>
    control({
      fault: {
        code: Number(codes.value),
        isAsync,
        to: selected?.bsuid,
      },
    })
  const half = (label, key) =>
    toggle(label, behaviour[key] > 0, isOn => control({ behaviour: { [key]: isOn ? 0.5 : 0 } }))
  const button = (label, run) => element('button', { type: 'button', onclick: run }, label)
  return [
    element('p', { className: 'faint' }, 'Next message to this person:'),
    element(
      'div',
      { className: 'row' },
      codes,
      button('fails at once', strike(false)),
      button('fails later', strike(true)),
      button('Clear', () => control({ clearFaults: true })),
    ),
    half('Send half of the webhooks twice', 'duplicate'),
    toggle('Let webhooks overtake one another', behaviour.reorder, reorder => control({ behaviour: { reorder } })),
    half('Lose half of the webhook answers', 'loseAnswers'),
    half('Skip half of the “delivered”', 'skipDelivered'),
    toggle('24-hour window', limits.window, window => control({ limits: { window } })),
    toggle('Pair limit (1 message in 6 s, 45 at once)', limits.pair, pair => control({ limits: { pair } })),
    element('h3', {}, 'Templates'),
    ...templates.map(({ id, name, language, status, account }) =>
      element(
        'div',
        { className: 'row' },
        element('span', { className: 'cut' }, `${name} (${language}), ${account}`),
        element('span', { className: 'faint' }, status.toLowerCase()),
        status !== 'APPROVED' && button('Approve', () => control({ template: { id, status: 'APPROVED' } })),
        status === 'PENDING' && button('Reject', () => control({ template: { id, status: 'REJECTED' } })),
      ),
    ),
  ]
}

let shownWorkshop = ''

/** Every Graph call and webhook, newest first, and the switches above them. */
export function showWire(view) {
  const { counts, wire } = view
  byId('counts').textContent = `${counts.sent} webhooks, ${counts.failed} failed, ${counts.retried} repeated`
  byId('records').replaceChildren(...wire.map(recordNode))
  const key = JSON.stringify([view.behaviour, view.limits, view.templates, view.selected?.key])
  if (key === shownWorkshop) return
  shownWorkshop = key
  byId('workshop').replaceChildren(...workshopNodes(view))
}
