import './main.css'
import { boot } from '@/app/boot'
import { withEarlyReads } from '@/app/early-reads'
import { openPage, preloadPage } from '@/pages/registry'

// `public/before-app.js` takes the element away where the browser is too old.
if (document.getElementById('app')) {
  void boot({
    openPage,
    prepare(portal) {
      const early = withEarlyReads(portal)
      preloadPage(portal.session.placement)
      return early
    },
  })
}
