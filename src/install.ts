import './main.css'
import { boot } from '@/app/boot'
import InstallerPage from '@/pages/InstallerPage.vue'

// `public/before-app.js` takes the element away where the browser is too old.
if (document.getElementById('app')) {
  void boot({ openPage: () => ({ component: InstallerPage, props: {} }), prepare: (portal) => portal })
}
