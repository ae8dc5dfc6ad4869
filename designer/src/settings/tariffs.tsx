import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Tariff } from '@pregoner/shared'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { describeError } from '../api/api-error.ts'
import { useSaveTariff } from '../api/settings.ts'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { countryCodes, countryNames } from './countries.ts'
import styles from './settings.module.css'
import tariffStyles from './tariffs.module.css'
import { tariffWords } from './words/tariffs.ts'

const MAX_DECIMALS = 5

const emptyFor = (country: string): Tariff => ({
  currency: 'EUR',
  countries: [{ country, amount: null }],
  otherCountries: null,
})

/** The town's prices of delivered messages, entered by an administrator. */
export default function Tariffs() {
  const t = useWords(tariffWords)
  const town = useTown()
  const [language] = useLanguage()
  const nameOf = countryNames(language)
  const save = useSaveTariff(town.key)
  const [prices, setPrices] = useState<Tariff>(town.tariff ?? emptyFor(town.country))
  const { currency, countries, otherCountries, otherMarketing = null } = prices
  const isCurrency = /^[A-Z]{3}$/.test(currency)
  const [isTried, setIsTried] = useState(false)
  const left = countryCodes.filter(code => !countries.some(({ country }) => country === code))
  const choices = left.map(code => ({ value: code, label: nameOf(code) }))
  const collator = new Intl.Collator(language)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsTried(true)
    if (!isCurrency) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    save.mutate(prices, { onSuccess: () => notifications.show({ message: t('saved') }) })
  }
  const setRow = (country: string, change: Partial<Tariff['countries'][number]>) =>
    setPrices({ ...prices, countries: countries.map(row => (row.country === country ? { ...row, ...change } : row)) })

  return (
    <form className={styles.card} onSubmit={submit}>
      <h2>{t('title')}</h2>
      <p className={styles.note}>{t('lead')}</p>
      <TextInput
        className={tariffStyles.currency}
        label={t('currency')}
        description={t('currencyHint')}
        maxLength={3}
        value={currency}
        error={isTried && !isCurrency ? t('badCurrency') : undefined}
        onChange={event => setPrices({ ...prices, currency: event.currentTarget.value.toUpperCase() })}
      />
      <table className={tariffStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('country')}</th>
            <th scope="col">{t('price')}</th>
            <th scope="col">{t('marketing')}</th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ country, amount, marketing = null }) => (
            <tr key={country}>
              <th scope="row">
                {nameOf(country)}
                {country === town.country && <span className={tariffStyles.own}>{t('own')}</span>}
              </th>
              <td data-label={t('price')}>
                <Amount
                  label={t('priceOf', { country: nameOf(country) })}
                  currency={currency}
                  value={amount}
                  onChange={entered => setRow(country, { amount: entered })}
                />
              </td>
              <td data-label={t('marketing')}>
                <div className={tariffStyles.cell}>
                  <Amount
                    label={t('marketingOf', { country: nameOf(country) })}
                    currency={currency}
                    value={marketing}
                    onChange={entered => setRow(country, { marketing: entered })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t('remove', { country: nameOf(country) })}
                    onClick={() =>
                      setPrices({ ...prices, countries: countries.filter(row => row.country !== country) })
                    }
                  >
                    <Trash2 size={18} aria-hidden />
                  </ActionIcon>
                </div>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('others')}</th>
            <td data-label={t('price')}>
              <Amount
                label={t('priceOf', { country: t('others') })}
                currency={currency}
                value={otherCountries}
                onChange={entered => setPrices({ ...prices, otherCountries: entered })}
              />
            </td>
            <td data-label={t('marketing')}>
              <Amount
                label={t('marketingOf', { country: t('others') })}
                currency={currency}
                value={otherMarketing}
                onChange={entered => setPrices({ ...prices, otherMarketing: entered })}
              />
            </td>
          </tr>
        </tbody>
      </table>
      <Select
        className={tariffStyles.add}
        label={t('add')}
        placeholder={t('addPlaceholder')}
        searchable
        data={choices.toSorted((one, other) => collator.compare(one.label, other.label))}
        value={null}
        onChange={code => code && setPrices({ ...prices, countries: [...countries, { country: code, amount: null }] })}
      />
      <p className={styles.note}>{t('unknown')}</p>
      {save.isError && (
        <p role="alert" className={tariffStyles.failed}>
          {describeError(save.error)}
        </p>
      )}
      <Button type="submit" className={styles.link} loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

interface AmountProps {
  label: string
  currency: string
  value: number | null
  onChange(amount: number | null): void
}

function Amount({ label, currency, value, onChange }: AmountProps) {
  const [language] = useLanguage()
  return (
    <NumberInput
      aria-label={label}
      className={tariffStyles.amount}
      value={value ?? ''}
      onChange={entered => onChange(typeof entered === 'number' ? entered : null)}
      min={0}
      max={1_000}
      decimalScale={MAX_DECIMALS}
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={[',', '.']}
      hideControls
      rightSection={<span className={tariffStyles.unit}>{currency}</span>}
      rightSectionWidth={52}
    />
  )
}
