import './main.css'
import { boot } from '@/app/boot'
import { connect } from '@/app/connect'
import InstallerPage from '@/pages/InstallerPage.vue'
import { connectFrame } from '@/portal/b24-transport'

// `public/before-app.js` takes the element away where the browser is too old.
if (document.getElementById('app')) {
  void boot(connect(connectFrame), {
    openPage: () => ({ component: InstallerPage, props: {} }),
    prepare: (portal) => portal,
  })
}
