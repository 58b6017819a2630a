import type { ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Clock } from '@/binding/clock'
import type { RunEngine } from '@/binding/runs/run'
import type { Portal } from '@/portal/portal'
import { PiniaColada } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { pageClock } from '@/binding/page-clock'
import { PORTAL } from '@/context'
import { CLOCK } from '@/features/binding-card/store/binding-store'
import { RUN_ENGINE } from '@/features/bulk/store/run-engine'
import en from '@/i18n/locales/en.json'
import ru from '@/i18n/locales/ru.json'
import { makeI18n } from '@/i18n/make-i18n'
import { fakePortal } from './fake-portal'
import { addLateTexts } from './late-texts'

interface MountOptions<C> {
  props?: ComponentMountingOptions<C>['props']
  slots?: ComponentMountingOptions<C>['slots']
  portal?: Portal
  language?: 'en' | 'ru'
  /** The clock of the engine; this computer's unless told. */
  clock?: Clock
  /** The engine of runs; the real one on the portal unless told. */
  engine?: RunEngine
}

/** Mounts a component as the app does: in the page, with stores, texts and a portal. */
export function mountWith<C extends Component>(component: C, options: MountOptions<C> = {}) {
  const language = options.language ?? 'en'
  const i18n = makeI18n(language, { en, ru })
  addLateTexts(i18n.global)
  const pinia = createPinia()
  return mount(component, {
    props: options.props,
    slots: options.slots,
    attachTo: document.body,
    global: {
      plugins: [pinia, PiniaColada, i18n],
      provide: {
        [PORTAL as symbol]: options.portal ?? fakePortal(),
        [CLOCK as symbol]: options.clock ?? pageClock,
        ...(options.engine && { [RUN_ENGINE as symbol]: options.engine }),
      },
    },
  } as ComponentMountingOptions<C>)
}
