import { useEditorState } from '../editor/context.tsx'

/** What has just happened, for those who do not see it. */
export function Announcements() {
  const { text, count } = useEditorState(state => state.announcement)
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={count}>{text}</span>
    </div>
  )
}
