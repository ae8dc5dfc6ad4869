import type { Saying } from './chat-log.ts'

const DATABASE = 'pregoner-chat'
const STORE = 'sayings'

/** Keeps what was said and not yet delivered, photos included, in this browser: a closed page loses nothing. */
export interface KeptSayings {
  read(): Promise<Saying[]>
  write(saying: Saying): Promise<void>
  remove(id: string): Promise<void>
}

/** A browser that forbids storage keeps it until the page is closed. */
export async function openKeptSayings(townKey: string): Promise<KeptSayings> {
  try {
    return inDatabase(await openDatabase(), townKey)
  } catch {
    return inMemory()
  }
}

const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['townKey', 'saying.id'] })
  return settle(request)
}

interface Row {
  townKey: string
  saying: Saying
}

function inDatabase(database: IDBDatabase, townKey: string): KeptSayings {
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE)
  return {
    async read() {
      const rows: Row[] = await settle(store('readonly').getAll(IDBKeyRange.bound([townKey], [townKey, []])))
      return rows.map(({ saying }) => saying).sort((a, b) => a.at.localeCompare(b.at))
    },
    async write(saying) {
      await settle(store('readwrite').put({ townKey, saying } satisfies Row))
    },
    async remove(id) {
      await settle(store('readwrite').delete([townKey, id]))
    },
  }
}

function inMemory(): KeptSayings {
  const kept = new Map<string, Saying>()
  return {
    read: async () => [...kept.values()],
    async write(saying) {
      kept.set(saying.id, saying)
    },
    async remove(id) {
      kept.delete(id)
    },
  }
}
