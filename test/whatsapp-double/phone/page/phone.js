import { bubbles } from './bubbles.js'
import { setUpComposer } from './composer.js'
import { byId, element, openForm, openMenu, post } from './dom.js'
import { clock, initials } from './format.js'
import { showWire } from './wire.js'

let view
let person = location.hash.slice(1)
let shownMessages = ''

const doing = (action, more = {}) => post(`/phone/people/${encodeURIComponent(person)}/do`, { action, ...more })
const showPane = pane => {
  document.body.dataset.pane = pane
}

const composer = setUpComposer({ doing, person: () => person, selected: () => view.selected })

const actions = {
  tap: (wamid, id) => doing('tap', { wamid, id }),
  place: composer.askPlace,
  sharePhone: () => doing('sharePhone'),
  flow: () =>
    openForm('Answer the form', [{ name: 'text', label: 'JSON', value: '{"data":"2026-11-25"}' }], 'Send', answer =>
      doing('flow', answer),
    ),
  more(message) {
    const { wamid, side, text } = message
    const react = emoji => [`React ${emoji}`, () => doing('react', { wamid, emoji })]
    const own = [
      [
        'Edit…',
        () =>
          openForm('Edit message', [{ name: 'text', label: 'Text', value: text }], 'Save', answer =>
            doing('edit', { wamid, ...answer }),
          ),
      ],
      ['Delete for everyone', () => doing('revoke', { wamid })],
    ]
    openMenu('Message', [
      ['Reply', () => composer.quote(message)],
      react('👍'),
      react('❤️'),
      ['Take the reaction back', () => doing('react', { wamid, emoji: '' })],
      ...(side === 'person' ? own : []),
      ['Copy id', () => navigator.clipboard?.writeText(wamid), wamid],
    ])
  },
}

function showPeople() {
  const items = view.people.map(one =>
    element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          'aria-current': one.key === view.selected?.key && 'true',
          onclick: () => {
            select(one.key)
            showPane('chat')
          },
        },
        element('span', { className: 'avatar', 'aria-hidden': 'true' }, initials(one.name)),
        element(
          'span',
          { className: 'lines' },
          element(
            'span',
            { className: 'line' },
            element('strong', {}, one.name),
            one.lastAt && element('time', {}, clock(one.lastAt)),
          ),
          element('span', { className: 'faint cut' }, one.last || one.address),
          element('span', { className: 'faint cut small' }, `${one.address} → ${one.channelName}`),
        ),
      ),
    ),
  )
  byId('people').replaceChildren(...items)
}

function showChat() {
  const { selected } = view
  if (!selected) return
  byId('business').textContent = selected.channelName
  byId('avatar').textContent = initials(selected.channelName)
  byId('status').textContent = selected.typingMs > 0 ? 'typing…' : statusOf(selected)
  byId('status').title = 'The 24-hour window in which anything may be sent'
  byId('status').classList.toggle('typing', selected.typingMs > 0)
  const key = JSON.stringify([selected.key, selected.messages])
  if (key === shownMessages) return // what is being read or tapped stays as it is
  shownMessages = key
  const list = byId('messages')
  const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
  const hint = element('li', { className: 'hint' }, `${selected.name} writes here. Say something to begin.`)
  const items = bubbles(selected.messages, actions)
  list.replaceChildren(...(items.length > 0 ? items : [hint]))
  if (wasAtEnd) list.scrollTop = list.scrollHeight
}

function statusOf({ name, windowEnd }) {
  if (!windowEnd) return `${name} · not open yet`
  const isOpen = new Date(windowEnd) > new Date()
  const day = new Date(windowEnd).toLocaleDateString([], { weekday: 'short' })
  return `${name} · ${isOpen ? 'open until' : 'closed since'} ${day} ${clock(windowEnd)}`
}

async function refresh() {
  const response = await fetch(`/phone/state?person=${encodeURIComponent(person)}`)
  view = await response.json()
  person = view.selected?.key ?? ''
  showPeople()
  showChat()
  showWire(view)
  if (view.selected?.typingMs > 0) setTimeout(refresh, view.selected.typingMs + 50)
}

function select(key) {
  person = key
  location.hash = key
  shownMessages = ''
  byId('messages').scrollTop = 0
  void refresh().then(() => {
    byId('messages').scrollTop = byId('messages').scrollHeight
  })
}

byId('to-people').addEventListener('click', () => showPane('people'))
byId('to-wire').addEventListener('click', () => showPane('wire'))
byId('to-chat').addEventListener('click', () => showPane('chat'))

byId('add-person').addEventListener('click', () => {
  const channels = view.channels.map(({ phoneNumberId, name }) => [phoneNumberId, name])
  const fields = [
    { name: 'name', label: 'Name', placeholder: 'Lucía Ferrer' },
    { name: 'phone', label: 'Phone', placeholder: '+34600111222', type: 'tel' },
    { name: 'username', label: 'Username (then the phone is hidden)', placeholder: 'lucia.m' },
    { name: 'channel', label: 'Writes to', options: channels },
  ]
  openForm('New person', fields, 'Add', async answer => {
    const { key } = await post('/phone/people', answer)
    if (key) select(key)
    showPane('chat')
  })
})

byId('person-menu').addEventListener('click', () => {
  const { name, address, hasPhone, hidesPhone, hasBlockedBusiness, hasStoppedMarketing } = view.selected
  openMenu(`${name} ${address}`, [
    [
      hasBlockedBusiness ? 'Unblock the business' : 'Block the business',
      () => doing('block', { isOn: !hasBlockedBusiness }),
    ],
    [
      hasStoppedMarketing ? 'Allow marketing again' : 'Stop marketing',
      () => doing('stopMarketing', { isOn: !hasStoppedMarketing }),
    ],
    ...(hasPhone && hidesPhone ? [['Share the phone number', () => doing('sharePhone')]] : []),
    [
      'Change number…',
      () =>
        openForm('Change number', [{ name: 'phone', label: 'New phone', value: '+34600999888' }], 'Change', answer =>
          doing('changeNumber', answer),
        ),
    ],
  ])
})

const events = new EventSource('/phone/events')
events.onmessage = refresh
events.onopen = refresh
events.onerror = () => {
  byId('status').textContent = 'The double does not answer'
}
