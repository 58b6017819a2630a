import { useI18n } from 'vue-i18n'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const round = (value: number, step: number): number => Math.max(step, Math.round(value / step) * step)

/** Writes how long something takes, as exact as anybody can know it beforehand. */
export function useDuration() {
  const { t } = useI18n()

  function roughly(ms: number): string {
    if (ms < 90 * SECOND) return t('bulk.duration.seconds', { n: round(ms / SECOND, 10) })
    if (ms < 90 * MINUTE) return t('bulk.duration.minutes', { n: round(ms / MINUTE, ms < 20 * MINUTE ? 1 : 5) })
    const minutes = round(ms / MINUTE, 10)
    return t('bulk.duration.hours', { h: Math.floor(minutes / 60), m: minutes % 60 })
  }

  /** How long it took. */
  function exactly(ms: number): string {
    const seconds = Math.max(1, Math.round(ms / SECOND))
    if (ms >= HOUR) return roughly(ms)
    const parts = [
      ...(seconds >= 60 ? [t('bulk.duration.minutes', { n: Math.floor(seconds / 60) })] : []),
      ...(seconds % 60 > 0 ? [t('bulk.duration.seconds', { n: seconds % 60 })] : []),
    ]
    return parts.join(' ')
  }

  return { roughly, exactly }
}

/** Writes a time that runs out, as a clock does: `0:40`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
