import { type BookableService, textIn } from '@pregoner/shared'
import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { EntryRows } from '../settings/entry-rows.tsx'
import { Feeds } from './feeds.tsx'
import { ServiceDialog } from './service-dialog.tsx'
import { appointmentWords } from './words.ts'

/** What appointments are given for, and the calendars that follow them. */
export default function Services() {
  const t = useWords(appointmentWords)
  const town = useTown()
  const [language] = useLanguage()
  const [open, setOpen] = useState<{ was: BookableService | null } | null>(null)
  const services = town.bookableServices ?? []
  const named = (text: Parameters<typeof textIn>[0]) => textIn(text, language, town.defaultLanguage)
  return (
    <>
      <EntryRows
        title={t('services')}
        lead={t('servicesLead')}
        addLabel={t('addService')}
        empty={{ Icon: CalendarCheck, title: t('noServices') }}
        rows={services.map(({ id, name, departmentId, slotMinutes, capacity }) => {
          const department = town.departments.find(one => one.id === departmentId)
          const facts = {
            department: department ? named(department.name) : departmentId,
            minutes: slotMinutes,
            capacity,
          }
          return { id, name: named(name), note: t('summary', facts) }
        })}
        onOpen={id => setOpen({ was: services.find(each => each.id === id) ?? null })}
      />
      {services.length > 0 && <Feeds />}
      {open && <ServiceDialog was={open.was} onClose={() => setOpen(null)} />}
    </>
  )
}
