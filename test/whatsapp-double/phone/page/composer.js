import { byId, element, glyph, openForm, openMenu, post } from './dom.js'

const PLACES = [
  ['41.7286,1.8258,Plaça Major', 'Manresa, Plaça Major'],
  ['40.0011,3.8374,Plaça des Born', 'Ciutadella, Plaça des Born'],
  ['39.1511,-0.4333,Plaça Major', 'Alzira, Plaça Major'],
  ['41.6199,2.6005,Ajuntament', 'Sant Cebrià de Vallalta'],
  ['43.7189,10.9468,Piazza Farinata degli Uberti', 'Empoli, Piazza Farinata'],
]

/** The line where a person writes, and what can be attached. */
export function setUpComposer({ doing, person }) {
  const form = byId('composer')
  const text = byId('text')
  const file = byId('file')
  const quoteBar = byId('quote')
  let replyTo

  const grow = () => {
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight, 140)}px`
  }
  const takeText = () => {
    const words = text.value.trim()
    text.value = ''
    grow()
    return words
  }
  const dropQuote = () => {
    replyTo = undefined
    quoteBar.hidden = true
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    const words = takeText()
    if (words) void doing('text', { text: words, replyTo })
    dropQuote()
  })
  text.addEventListener('input', grow)
  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })

  file.addEventListener('change', async () => {
    const [picked] = file.files
    if (!picked) return
    const caption = takeText()
    const query = new URLSearchParams({ name: picked.name, ...(caption && { caption }) })
    const type = picked.type || 'application/octet-stream'
    await post(`/phone/people/${encodeURIComponent(person())}/file?${query}`, picked, { 'content-type': type })
    file.value = ''
  })
  const pick = accept => {
    file.accept = accept
    file.click()
  }

  function askPlace() {
    const fields = [
      { name: 'place', label: 'Place', options: PLACES },
      {
        name: 'kind',
        label: 'As',
        options: [
          ['current', 'current position'],
          ['pin', 'pin with its name'],
        ],
      },
      {
        name: 'exact',
        label: 'Or exactly: latitude, longitude',
        placeholder: '41.7251, 1.8269',
        pattern: '\\s*-?[\\d.]+\\s*,\\s*-?[\\d.]+\\s*',
      },
    ]
    openForm('Send location', fields, 'Send', ({ place, kind, exact }) => {
      const [latitude, longitude, name] = (exact || place).split(',')
      void doing('place', { latitude, longitude, ...(kind === 'pin' && { name: name ?? 'Pin' }) })
    })
  }

  byId('attach').addEventListener('click', () =>
    openMenu('Attach', [
      ['Photo or video…', () => pick('image/*,video/*'), 'what is written becomes its caption'],
      ['Sample photo', () => doing('samplePhoto', { text: takeText() || undefined }), 'a pothole'],
      ['Location…', askPlace],
      ['Voice message', () => doing('voice')],
      ['Document…', () => pick('')],
      ['Contact', () => doing('contact')],
      ['Sticker', () => doing('sticker')],
      ['Poll', () => doing('unsupported'), 'arrives as unsupported'],
    ]),
  )

  return {
    askPlace,
    quote({ wamid, text: words, type }) {
      replyTo = wamid
      const cancel = element(
        'button',
        { type: 'button', className: 'icon', 'aria-label': 'No reply', onclick: dropQuote },
        glyph('close'),
      )
      quoteBar.replaceChildren(element('span', { className: 'cut' }, words || type), cancel)
      quoteBar.hidden = false
      text.focus()
    },
  }
}
