import { defineStore } from 'pinia'
import { ref } from 'vue'
import { usePortal } from '@/context'
import { rethrowUnlessFailure } from '@/domain/failure'

/** Whether this person is an administrator of the portal, as the portal itself says: the frame means "may install apps" as well. */
export const useAdministratorStore = defineStore('administrator', () => {
  const { profile } = usePortal()
  const isAdministrator = ref<boolean>()
  let asked: Promise<void> | undefined

  /** Not known counts as yes: the portal's real refusal explains better than a guess. */
  function ask(): Promise<void> {
    asked ??= profile.isAdministrator().then(
      (answer) => void (isAdministrator.value = answer),
      (error: unknown) => {
        rethrowUnlessFailure(error)
        isAdministrator.value = true
      },
    )
    return asked
  }

  return { isAdministrator, ask }
})
