import type { Fault, Operation } from './types.ts'

interface Struck {
  operation: Operation
  phoneNumberId?: string
  /** Every address of the person called: phone, BSUID, as written. */
  to: readonly string[]
}

export interface FaultHandle {
  /** How many calls it has struck. */
  readonly used: number
  remove(): void
}

export interface FaultList {
  add(fault: Fault): FaultHandle
  /** The first fault that concerns the call, which uses it up once. */
  take(call: Struck): Fault | undefined
  clear(): void
}

const plain = (address: string) => address.replace(/^\+/, '').replace(/[\s-]/g, '')

export function createFaults(): FaultList {
  let faults: { fault: Fault; used: number }[] = []

  function concerns({ fault, used }: { fault: Fault; used: number }, call: Struck): boolean {
    if (used >= (fault.times ?? 1)) return false
    const on = fault.on ?? 'messages'
    if (on !== 'any' && on !== call.operation) return false
    if (fault.phoneNumberId && fault.phoneNumberId !== call.phoneNumberId) return false
    const { to } = fault
    return to === undefined || call.to.some(address => plain(address) === plain(to))
  }

  return {
    add(fault) {
      const entry = { fault, used: 0 }
      faults.push(entry)
      return {
        get used() {
          return entry.used
        },
        remove() {
          faults = faults.filter(other => other !== entry)
        },
      }
    },
    take(call) {
      const found = faults.find(entry => concerns(entry, call))
      if (!found) return undefined
      found.used += 1
      return found.fault
    },
    clear() {
      faults = []
    },
  }
}
