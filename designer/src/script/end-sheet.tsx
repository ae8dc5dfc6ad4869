import type { AllPaths, Flow, Language, TownData } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import type { Names } from '../simulator/names.ts'
import { Approvals } from './approvals.tsx'
import styles from './script.module.css'
import { shownFingerprint } from './title-sheet.tsx'
import type { ScriptPart } from './use-paths.ts'
import { scriptWords } from './words.ts'

/** The exits that no conversation shows, each with the reason. */
export function UncoveredSheet({ paths, names, language }: { paths: AllPaths; names: Names; language: Language }) {
  const t = useWords(scriptWords)
  const id = `uncovered-${language}`
  return (
    <section className={styles.sheet} aria-labelledby={id}>
      <h2 id={id}>{t('uncoveredTitle')}</h2>
      {paths.uncovered.length === 0 && <p>{t('uncoveredNone')}</p>}
      <ul className={styles.facts}>
        {paths.uncovered.map(({ node, exit, why }) => (
          <li key={`${node} ${exit}`}>
            {exit === null
              ? t('uncoveredStep', { step: names.step(node) })
              : t('uncoveredExit', { step: names.step(node), exit: names.exit(node, exit) })}
            : {t(`why.${why}`)}
          </li>
        ))}
      </ul>
      {paths.leftOut > 0 && <p>{t('leftOut', { count: paths.leftOut })}</p>}
    </section>
  )
}

interface SignatureSheetProps {
  town: TownData
  flow: Flow
  version: number | null
  drawing: string
  parts: readonly ScriptPart[]
}

/** Who has approved it already, what is signed, and the lines to sign on. */
export function SignatureSheet({ town, flow, version, drawing, parts }: SignatureSheetProps) {
  const t = useWords(scriptWords)
  const nameOf = useWords(languageWords)
  const signed = [
    `${town.name}: «${flow.name}»`,
    version === null ? t('draft') : t('version', { version }),
    `${t('drawing')} ${shownFingerprint(drawing)}`,
    parts.map(({ language }) => nameOf(language)).join(', '),
  ].join(' · ')
  const lines = ['signatureName', 'signatureOffice', 'signatureDate', 'signature'] as const
  return (
    <section className={styles.sheet} aria-labelledby="approval">
      <h2 id="approval">{t('approvalTitle')}</h2>
      <Approvals townKey={town.key} flowId={flow.id} empty={t('approvalsNone')} />
      <div className={styles.signature}>
        <p>{t('signatureWords')}</p>
        <p className={styles.hint}>{signed}</p>
        <dl>
          {lines.map(line => (
            <div key={line} className={styles.signatureLine}>
              <dt>{t(line)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
