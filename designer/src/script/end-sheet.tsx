import type { AllPaths } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import type { Names } from '../simulator/names.ts'
import { Approvals } from './approvals.tsx'
import styles from './script.module.css'
import { scriptWords } from './words.ts'

/** The exits that no conversation shows, each with the reason. */
export function UncoveredSheet({ paths, names }: { paths: AllPaths; names: Names }) {
  const t = useWords(scriptWords)
  return (
    <section className={styles.sheet} aria-labelledby="uncovered">
      <h2 id="uncovered">{t('uncoveredTitle')}</h2>
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

/** Who has approved it already, and the lines to sign on. */
export function SignatureSheet({ townKey, flowId }: { townKey: string; flowId: string }) {
  const t = useWords(scriptWords)
  const lines = ['signatureName', 'signatureOffice', 'signatureDate', 'signature'] as const
  return (
    <section className={styles.sheet} aria-labelledby="approval">
      <h2 id="approval">{t('approvalTitle')}</h2>
      <Approvals townKey={townKey} flowId={flowId} empty={t('approvalsNone')} />
      <div className={styles.signature}>
        <p>{t('signatureWords')}</p>
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
