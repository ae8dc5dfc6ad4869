import { useEditor, useEditorState } from '../editor/context.tsx'

/** The language in which the citizens' texts are shown on cards and lines, and how to choose another. */
export function useCardLanguage() {
  const editor = useEditor()
  const languages = useEditorState(state => state.flow.languages)
  const language = useEditorState(state => state.language)
  return {
    languages,
    language,
    choose(value: string | null) {
      const chosen = languages.find(code => code === value)
      if (chosen) editor.getState().setLanguage(chosen)
    },
  }
}
