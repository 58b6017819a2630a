/**
 * Follows the colour scheme of the browser, which portals with a dark theme ask for too. Nothing is stored: a frame
 * shares its storage with the apps of others.
 */
export function followColorScheme(root: HTMLElement = document.documentElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    root.classList.toggle('dark', dark.matches)
    root.classList.toggle('light', !dark.matches)
  }
  dark.addEventListener('change', apply)
  apply()
}
