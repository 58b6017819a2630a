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
    /** Finds it out by calls that change nothing but a storage made for it: some fifteen requests. @throws any kind of reading */
    collect(): Promise<PortalFacts>
    /** Keeps in the portal what is known, for everybody. @throws access-denied for whoever is no portal administrator, any kind of writing */
    keep(): Promise<void>
  }
}
