import { test } from 'vitest'
import { compile, converse, emptyFlow, type Flow, newContact, newSession, replyOf, type Session, type TownData, type TownFlows, type Input } from './index.ts'

const town: TownData = {
  key: 'vila', name: 'Vila', languages: ['ca','es','it','en'], defaultLanguage: 'ca', country: 'ES', timeZone: 'Europe/Madrid',
  departments: [{ id: 'roads', name: {ca:'Via'}, people: [], calendarId: null, email: null }], categories: [], topics: [{id:'news',name:{ca:'N'}}], calendars: [], tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} }, words: {}, allowedHosts: [],
}
const pos = { x: 0, y: 0 }
const kw = (word: string) => ({ triggers: [{ kind: 'keyword', words: { ca: [word] }, mode: 'exact', saveRestAs: null }] })
const opt = (id: string, ca: string, syn: string[] = []) => ({ id, label: { ca }, description: {}, synonyms: { ca: syn } })
const menu = (text: string, ...options: unknown[]) => ({ text: { ca: text }, options, listLabel: {}, retryText: {}, maxAttempts: 3, waitMinutes: 1440 })
const msg = (text: string) => ({ text: { ca: text }, attachment: null, place: null, link: null })
const endc = { text: {}, asksRating: false, best: 5, waitMinutes: 60 }
const consent = { purpose: 'service', version: '1', text: { ca: 'Acceptes?' }, acceptLabel: {}, refuseLabel: {}, validDays: 30, waitMinutes: 1440 }
const q = (more: object = {}) => ({ text: { ca: 'Què?' }, answer: 'text', saveAs: 'what', optional: false, skipLabel: {}, retryText: {}, maxAttempts: 3, waitMinutes: 1440, confirm: false, min: null, max: null, pattern: '', best: 5, several: false, isPersonal: false, ...more })
function flowOf(id: string, nodes: [string, string, object][], edges: [string, string, string][], settings: object = {}): Flow {
  const flow = emptyFlow(id, id, ['ca'])
  return { ...flow, settings: { ...flow.settings, ...settings }, nodes: nodes.map(([id, type, config]) => ({ id, type, position: pos, config: config as Record<string, unknown> })), edges: edges.map(([from, exit, to], i) => ({ id: `e${i}`, from, exit, to })) }
}
function talk(flows: Flow[], subflows: Flow[] = [], t = town) {
  const compiled = flows.map(flow => compile({ flowId: flow.id, version: 1, flow, subflows }, t))
  const townFlows: TownFlows = { town: t, published: compiled, version: id => compiled.find(one => one.id === id) }
  let session: Session = newSession(newContact('{{what}} {{contact.name}}'), 1)
  let now = new Date('2026-11-23T10:00:00Z')
  let n = 0
  const choices: { id: string; label: string }[] = []
  const put = (input: Input) => {
    const adv = converse(townFlows, session, input, now)
    session = adv.session
    const out = adv.effects.map(e => e.kind === 'send_message' ? (choices.push(...e.message.choices), `<${e.message.text}> [${e.message.choices.map(c => c.label).join('|')}]`) : `!${e.kind} ${JSON.stringify(e).slice(0, 200)}`)
    return `${out.join(' ')} => ${session.status} ${session.frames.map(f => f.flowId).join('/')}:${session.wait?.node ?? ''} trace=${adv.trace.map(p => p.node + '>' + p.exit).join(',')}`
  }
  return {
    put,
    say: (text: string) => `"${text}" ` + put(replyOf({ messageId: `m${++n}`, text })),
    tap: (label: string) => { const c = choices.findLast(x => x.label === label)!; return `[${label} ${c.id}] ` + put(replyOf({ messageId: `m${++n}`, text: label, choiceId: c.id })) },
    raw: (choiceId: string, text: string) => `[raw ${choiceId}] ` + put(replyOf({ messageId: `m${++n}`, text, choiceId })),
    reply: (r: object) => put(replyOf({ messageId: `m${++n}`, ...r })),
    pass: (minutes: number) => { now = new Date(now.getTime() + minutes * 60000); return session.wait?.dueAt && new Date(session.wait.dueAt) <= now ? put({ kind: 'timeout', turn: session.wait.turn }) : 'time' },
    get session() { return session },
    forget: () => { compiled.length = 0 },
  }
}
const P = (title: string, ...lines: string[]) => console.log(`\n## ${title}\n${lines.join('\n')}`)

test('probe', () => {
  const main = flowOf('main', [['start','start',kw('hola')],['c','consent',consent],['m','menu',menu('Tria', opt('a','Escombraries'), opt('b','Baixa del padró'), opt('c','Menú escolar'), opt('d', 'Ajuda a domicili'))],['a','message',msg('fet')],['no','message',msg('adeu')]],
    [['start','next','c'],['c','accepted','m'],['c','refused','no'],['m','a','a'],['m','b','a'],['m','c','a'],['m','d','a'],['a','next','m']], { mainMenu: 'm' })
  { const t = talk([main]); P('consent bypass', t.say('menu'), t.say('0'), t.say('escombraries'), t.raw('m~1~a','Escombraries'), t.raw('m~2~a','Escombraries'), t.tap('No accepto'), t.raw('m~1~a','x'), t.say('0')) }
  { const t = talk([main]); P('consent expiry then 0', t.say('hola'), t.tap('Accepto'), t.say('baixa'), t.pass(45*1440), t.say('0'), t.tap('Escombraries')) }
  { const t = talk([main]); const l = [t.say('hola'), t.tap('Accepto'), t.pass(1441), t.pass(45*1440), t.say('hola'), t.tap('No accepto'), t.say('0'), t.tap('Escombraries')]; P('refused later then 0/tap', ...l) }
  for (const w of ['STOP','baixa','menú','menu','ajuda','0','la 2','dos','due','2.','opcio 2','la segona','escombraris', 'esborra les meves dades', 'delete my data', 'my data', 'mis datos', 'i miei dati', 'unsubscribe', 'back', '\u200b', '😀', '', '   ', '‮2', '2️⃣', '٢', 'a'.repeat(60000)]) { const t = talk([main]); t.say('hola'); t.tap('Accepto'); P(`menu says ${w.slice(0, 20)}`, t.say(w).slice(0, 400)) }
  // other flow, same ids
  const other = flowOf('other', [['start','start',kw('altre')],['m','menu',menu('Un altre', opt('a','Esborra-ho tot'), opt('b','B'))],['x','message',msg('ESBORRAT')]], [['start','next','m'],['m','a','x']])
  { const t = talk([main, other]); t.say('hola'); t.tap('Accepto'); t.say('baixa'); t.say('altre'); P('stale tap of another flow', t.tap('Escombraries')) }
  // subflow same id
  const sub = flowOf('sub', [['start','start',{triggers: []}],['m','menu',menu('Sub', opt('a','SubA'), opt('b','SubB'))],['x','message',msg('sub fet {{what}}')]], [['start','next','m'],['m','a','x'],['m','b','x']])
  const par = flowOf('par', [['start','start',kw('par')],['m','menu',menu('Pare', opt('a','Sub'), opt('b','Altra'))],['s','subflow',{flowId:'sub'}],['back','message',msg('tornat')],['n','message',msg('altra')]], [['start','next','m'],['m','a','s'],['s','returned','back'],['m','b','n']], { mainMenu: 'm' })
  { const t = talk([par], [sub]); P('subflow', t.say('par'), t.tap('Sub'), t.tap('Altra'), t.say('xyz'), t.say('0')) }
  { const t = talk([par], [sub]); P('subflow ends', t.say('par'), t.tap('Sub'), t.tap('SubA'), t.tap('SubB'), t.tap('Sub')) }
  // repeat policy w/ files
  const qf = flowOf('qf', [['start','start',kw('fotos')],['m','menu',menu('M', opt('a','Va'))],['q','question',q({ answer: 'photo', several: true, saveAs: 'fotos' })],['x','message',msg('{{fotos}} rebudes')]], [['start','next','m'],['m','a','q'],['q','answered','x']], { staleTap: 'repeat' })
  { const t = talk([qf]); const img = { media: [{ mediaId: 'a', kind: 'image', mime: 'image/jpeg', name: null, caption: null }] }; P('repeat with files', t.say('fotos'), t.tap('Va'), t.reply(img), t.tap('Va'), JSON.stringify(t.session.wait), t.say('ja està'), JSON.stringify(t.session.answers)) }
  // template injection
  const inj = flowOf('inj', [['start','start',kw('inj')],['q','question',q({ confirm: true })],['s','set_value',{ assignments: [{ target: 'answer', name: 'copy', value: { ca: '{{what}}' } }] }],['x','message',msg('Has dit {{copy}} i ets {{contact.name}}; {{constructor}} {{__proto__.x}}')]], [['start','next','q'],['q','answered','s'],['s','next','x']])
  { const t = talk([inj]); P('injection', t.say('inj'), t.say('{{town.name}} {{copy}} {value} *b* _i_ ```x```'), t.say('sí')) }
  { const t = talk([inj]); P('invisible answer', t.say('inj'), t.say('\u200b\u200e'), t.say('sí')) }
  { const t = talk([inj]); P('confirm by 1', t.say('inj'), t.say('el forat'), t.say('1')) }
  // service wait
  const svc = flowOf('svc', [['start','start',{ triggers: [{ kind: 'anything_else', restHours: 0 }] }],['h','http_request',{ method: 'GET', url: 'https://x.es/', body: '', map: [] }],['x','message',msg('ok')]], [['start','next','h'],['h','success','x']])
  { const t = talk([svc]); P('words during a service call', t.say('hola'), t.say('??'), t.put({ kind: 'effect_result', turn: 1, ok: true, values: {} }), `turn ${t.session.wait?.turn}`) }
  { const t = talk([main]); t.say('hola'); t.tap('Accepto'); t.forget(); P('version gone', t.say('1'), t.say('hola')) }
  // growth
  const loop = flowOf('loop', [['start','start',kw('hola')],['m','menu',menu('M', opt('a','A'), opt('b','B'))],['q','question',q()]], [['start','next','m'],['m','a','q'],['q','answered','m'],['m','b','m']])
  { const t = talk([loop]); t.say('hola'); let at7 = 0; for (let i = 0; i < 1000; i++) { t.say(i % 2 ? 'resposta' : '1'); if (i === 7) at7 = JSON.stringify(t.session).length } P('growth', `${at7} -> ${JSON.stringify(t.session).length}`) }
})
