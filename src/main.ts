import './main.css'
import { boot } from '@/app/boot'

// `public/check-browser.js` takes the element away where the browser is too old.
if (document.getElementById('app')) void boot()
