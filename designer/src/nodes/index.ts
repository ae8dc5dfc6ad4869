import type { ConfigOf, NodeType } from '@pregoner/shared'
import { appointmentView } from './appointment.tsx'
import { conditionView } from './condition.tsx'
import { consentView } from './consent.tsx'
import { departmentRouteView } from './department-route.tsx'
import { endView } from './end.tsx'
import { frameView } from './frame.tsx'
import { gotoView } from './goto.tsx'
import { hoursView } from './hours.tsx'
import { httpRequestView } from './http-request.tsx'
import { languageView } from './language.tsx'
import { lookupView } from './lookup.tsx'
import { menuView } from './menu.tsx'
import { messageView } from './message.tsx'
import { noteView } from './note.tsx'
import { notifyView } from './notify.tsx'
import { questionView } from './question.tsx'
import { randomView } from './random.tsx'
import { setValueView } from './set-value.tsx'
import { startView } from './start.tsx'
import { subflowView } from './subflow.tsx'
import { subscriptionView } from './subscription.tsx'
import type { NodeView } from './view.ts'
import { waitView } from './wait.tsx'

/** How each node type looks. A type without a view does not compile. */
export const nodeViews: { [Type in NodeType]: NodeView<ConfigOf<Type>> } = {
  start: startView,
  message: messageView,
  menu: menuView,
  question: questionView,
  language: languageView,
  consent: consentView,
  condition: conditionView,
  hours: hoursView,
  lookup: lookupView,
  set_value: setValueView,
  random: randomView,
  wait: waitView,
  goto: gotoView,
  department_route: departmentRouteView,
  appointment: appointmentView,
  notify: notifyView,
  subscription: subscriptionView,
  http_request: httpRequestView,
  subflow: subflowView,
  end: endView,
  note: noteView,
  frame: frameView,
}

const byType = new Map<string, NodeView<unknown>>(Object.entries(nodeViews))

/** The view of a node type, to be given configs its own schema has checked; undefined for an unknown type. */
export const nodeView = (type: string): NodeView<unknown> | undefined => byType.get(type)
