import type { PortalFailure } from '@/domain/failure'
import type { LeftOver } from './take-back'
import { ref, shallowRef } from 'vue'
import { usePortal } from '@/context'
import { toAnyFailure } from '@/domain/app-error'
import { reportMistakeBehind } from '@/ui/shown-failure'
import { createInstallationRun } from './installation-run'
import { noteFacts } from './note-facts'
import { placementTitles } from './placement-titles'
import { useChecks } from './useChecks'
import { useChosenPlaces } from './useChosenPlaces'
import { usePlacementOffer } from './usePlacementOffer'
import { usePlacementResults } from './usePlacementResults'

/** Where the person stands after the checks. */
export type InstallerPhase =
  | { kind: 'choosing' }
  | { kind: 'working' }
  /** Every place was tried, and the portal refused some: the person says what now. */
  | { kind: 'refused'; refused: number }
  | { kind: 'stopped'; failure: PortalFailure; left: LeftOver }
  /** The person had everything taken back. */
  | { kind: 'taken-back'; left: LeftOver }
  /** The portal was told; it opens the app in the place of this page. */
  | { kind: 'finished' }

/** From the checks to the end of the installation, or back to what the portal was before. */
export function useInstaller() {
  const portal = usePortal()
  const mode = ref(portal.settings.read().ordersMode)
  const checks = useChecks()
  const places = usePlacementOffer(() => mode.value)
  const { results, tell, begin } = usePlacementResults(places)
  const { chosen, reset } = useChosenPlaces(places)
  const phase = shallowRef<InstallerPhase>({ kind: 'choosing' })
  const { placements, settings, frameWindow } = portal
  const begun = () => createInstallationRun({ placements, tell }, placementTitles)
  let run = begun()

  async function check(): Promise<void> {
    await checks.run()
    if (checks.isPassed.value) await choose()
  }

  async function choose(): Promise<void> {
    phase.value = { kind: 'choosing' }
    await places.load()
    reset()
  }

  /** Anything may go wrong here, mistakes of ours too: what was added is known to the run. */
  async function install(): Promise<void> {
    phase.value = { kind: 'working' }
    begin(chosen.value)
    run = begun()
    try {
      await settings.save({ ordersMode: mode.value })
      const end = await run.run(chosen.value)
      if (end.kind === 'stopped') phase.value = end
      else if (end.refused > 0) phase.value = { kind: 'refused', refused: end.refused }
      else await finish()
    } catch (error) {
      const failure = toAnyFailure(error)
      reportMistakeBehind(failure)
      phase.value = { kind: 'stopped', failure, left: await run.takeBack() }
    }
  }

  async function takeBack(): Promise<void> {
    const { value: before } = phase
    phase.value = { kind: 'working' }
    const left = await run.takeBack()
    phase.value = before.kind === 'stopped' ? { ...before, left } : { kind: 'taken-back', left }
  }

  async function finish(): Promise<void> {
    phase.value = { kind: 'working' }
    await noteFacts(portal)
    phase.value = { kind: 'finished' }
    // Never answered.
    frameWindow.finishInstall()
  }

  return { mode, checks, places, chosen, phase, results, check, choose, install, takeBack, finish }
}
