import type { AvailablePlacement, PlacementTitles, RegisteredPlacement } from '@/domain/placement'
import type { PortalFacts } from '@/domain/portal-facts'
import type { AppSettings } from '@/domain/settings'

/** What concerns the app in this portal as a whole: it is for administrators to change. */
export interface Administration {
  readonly settings: {
    /** What holds for everybody: as the portal told at the start, and as saved since by this page. */
    read(): AppSettings
    /** Saves some of it for everybody. @throws access-denied for whoever is no portal administrator, and any kind of writing */
    save(changes: Partial<AppSettings>): Promise<void>
  }

  readonly facts: {
    /** What is known of this portal: as kept at the start, or as found out since by this page. */
    read(): PortalFacts
    /** Finds it out by calls that change nothing but a storage made for it: three requests. @throws any kind of reading */
    collect(): Promise<PortalFacts>
    /** Keeps in the portal what is known, for everybody. @throws access-denied for whoever is no portal administrator, any kind of writing */
    keep(): Promise<void>
  }

  readonly app: {
    /** Reads what the app was allowed to use: `crm`, `sale`, … */
    readScopes(): Promise<string[]>
  }

  readonly placements: {
    /** Address of the page that this app registers, its own: never the installer's. */
    readonly handler: string
    /** Reads every place that the portal offers to this app. */
    readAvailable(): Promise<AvailablePlacement[]>
    /** Reads the places that open this app, at this address and at others. @throws access-denied for all but administrators */
    readRegistered(): Promise<RegisteredPlacement[]>
    /** Makes a place open this app; `there` where it does already. @throws access-denied, handler-refused, no-placement */
    register(code: string, titles: PlacementTitles): Promise<'added' | 'there'>
    /** Makes a place no longer open the page at this address; nothing happens where it does not. @throws access-denied */
    withdraw(code: string, handler: string): Promise<void>
  }

  readonly storage: {
    /** Makes a small storage, writes texts, reads them back and deletes it. Gives the longest that came back whole, in bytes, or 0. */
    tryOut(): Promise<number>
  }
}
