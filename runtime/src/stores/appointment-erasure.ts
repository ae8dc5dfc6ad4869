import type { Connection } from 'mongoose'

/** Takes somebody's appointments away: nobody is expected any more, and their places are free again. */
export async function clearAppointments(
  { town, convId }: { town: string; convId: string },
  connection: Pick<Connection, 'collection'>,
): Promise<void> {
  const appointments = connection.collection<{ _id: string; reference: string }>('appointments')
  const rows = await appointments.find({ convId }, { projection: { reference: 1 } }).toArray()
  const references = rows.map(({ reference }) => reference)
  await connection
    .collection<{ town: string; held: string[] }>('appointment_slots')
    .updateMany({ town, held: { $in: references } }, { $pull: { held: { $in: references } } })
  await appointments.deleteMany({ convId })
}
