/**
 * Launch options that work everywhere: root has no sandbox, nothing phones home, and no graphics card is asked for, so that a
 * machine without one does not imitate it.
 */
export function launchOptions(executablePath: string | undefined) {
  const isRoot = process.getuid?.() === 0
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-gpu',
  ]
  return { executablePath, args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])] }
}
