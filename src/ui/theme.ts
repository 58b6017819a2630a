import type { Ref } from 'vue'
import type { Theme } from '@/domain/session'
import { computed, readonly, ref, watchEffect } from 'vue'

/** What the person chose, else what the browser prefers. The portal tells a frame nothing of its own look. */
const chosen = ref<Theme>()
const preferred = ref<Theme>('light')
const shown = computed(() => chosen.value ?? preferred.value)

/**
 * Lets the page look as the browser prefers, until a look is chosen. Nothing is stored in the browser: a frame shares its storage
 * with the apps of others.
 */
export function followTheme(root: HTMLElement = document.documentElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => void (preferred.value = dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', follow)
  follow()
  watchEffect(
    () => {
      root.classList.toggle('dark', shown.value === 'dark')
      root.classList.toggle('light', shown.value === 'light')
    },
    { flush: 'sync' },
  )
}

/** Gives the page the look that a person chose; nothing lets it follow the browser again. */
export function chooseTheme(theme: Theme | undefined): void {
  chosen.value = theme
}

/** The look that the page has, and the change to the other one: nothing is chosen any more where the browser prefers it, too. */
export function useTheme(): { shown: Readonly<Ref<Theme>>; switchTheme(): Theme | undefined } {
  return {
    shown: readonly(shown),
    switchTheme() {
      const other = shown.value === 'dark' ? 'light' : 'dark'
      chooseTheme(other === preferred.value ? undefined : other)
      return chosen.value
    },
  }
}
