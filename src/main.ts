import './main.css'
import { connect } from '@/app/connect'
import { connectFrame } from '@/portal/b24-transport'

// `public/before-app.js` takes the element away where the browser is too old.
if (document.getElementById('app')) {
  const connecting = connect(connectFrame)
  // The pages' code is read while the portal answers. `before-app.js` says so where it does not arrive.
  void import('./start-app').then(({ startApp }) => startApp(connecting))
}
