import { type Audience, exclusions } from '@pregoner/shared'
import { Link } from 'react-router'
import { useTownKey } from '../api/town.ts'
import { moneyIn } from '../check/prices.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import audienceStyles from './audience.module.css'
import styles from './broadcasts.module.css'
import { broadcastWords } from './words.ts'

/** How many it reaches, who gets nothing and why, and the price. */
export function AudiencePanel({ audience, isOld }: { audience: Audience; isOld: boolean }) {
  const t = useWords(broadcastWords)
  const [language] = useLanguage()
  const townKey = useTownKey()
  const formats = useFormats()
  const { reached, byTemplate, excluded, price, priced, unpriced } = audience
  const reasons = exclusions.filter(reason => excluded[reason] > 0)
  return (
    <div className={audienceStyles.audience} data-old={isOld}>
      <p className={styles.reached} role="status">
        {t('reaches', { count: reached })}
      </p>
      {byTemplate > 0 && <p>{t('byTemplate', { count: byTemplate })}</p>}
      {price && (priced > 0 || unpriced === 0) && reached > 0 && (
        <p>{t('price', { price: moneyIn(language, price) })}</p>
      )}
      {!price && unpriced > 0 && <p className={styles.note}>{t('noPrice')}</p>}
      {price && unpriced > 0 && <p className={styles.note}>{t('unpriced', { count: unpriced })}</p>}
      {reasons.length > 0 && (
        <>
          <h3>{t('excluded')}</h3>
          <ul className={styles.reasons}>
            {reasons.map(reason => (
              <li key={reason} title={formats.number(excluded[reason])}>
                {t(`excluded.${reason}`, { count: excluded[reason] })}
              </li>
            ))}
          </ul>
          {excluded.never_wrote > 0 && (
            <p className={styles.note}>
              {t('neverWroteHelp')} <Link to={`/t/${townKey}/settings/posters`}>{t('neverWroteLink')}</Link>
            </p>
          )}
        </>
      )}
    </div>
  )
}
