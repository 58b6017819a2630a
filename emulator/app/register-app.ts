import type { AppRegistration, RegisteredPlacement } from '@emulator/portal/app-registration'
import type { InstalledApp } from '@emulator/portal/state'

/** Makes the record of an app as registered: not installed while it has an installer that nobody has finished. */
export function registerApp(page: string, registration: AppRegistration = {}): InstalledApp {
  const { installer, title = 'My app', scopes = ['crm', 'sale', 'placement'], placements = [] } = registration
  const toPlacement = ({ code, titles, handler }: RegisteredPlacement) => ({
    code,
    handler: handler === undefined ? page : new URL(handler, page).href,
    titles: titles ?? { en: title },
  })
  return {
    id: 1,
    clientId: 'local.6a5b0c1d2e3f40.71829304',
    clientSecret: 'localportalclientsecret',
    title,
    scopes: [...scopes],
    handler: page,
    ...(installer && { installer: new URL(installer, page).href }),
    isInstalled: !installer,
    placements: placements.map((given) => toPlacement(typeof given === 'string' ? { code: given } : given)),
    options: {},
    userOptions: new Map(),
    storages: new Map(),
    eventHandlers: [],
  }
}
