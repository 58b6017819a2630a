import type { PageBoot } from '@emulator/pages/bridge-protocol'

/** What the server wrote into this page for its scripts. */
export const boot: PageBoot = JSON.parse(document.getElementById('portal-boot')?.textContent ?? '{}')
