import './main.css'
import { boot } from '@/app/boot'
import { preloadTexts } from '@/i18n'

// `public/check-browser.js` takes the element away where the browser is too old.
if (document.getElementById('app')) {
  preloadTexts(location.href)
  void boot()
}
