import { lateTexts } from '@/i18n/late-texts'

/** Adds the texts of the settings, of health and of the installer. */
export const useAdminTexts = lateTexts(import.meta.glob<object>('./admin.*.json', { eager: true, import: 'default' }))
