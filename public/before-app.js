/*
 * Runs while the app's module is on its way. Tells people with a browser that is too old what to do; without `#app` the module does
 * not start. For those browsers this is written in the JavaScript of 2009, and in a file of its own: the policy allows no inline script.
 */
;(function () {
  /** The kit's styles and our code need more in places; these three together tell the oldest browsers that have it all. */
  function isSupported() {
    return (
      // Chrome 111
      !!window.CSS &&
      CSS.supports('color', 'color-mix(in oklab, red, red)') &&
      // Firefox 128 and Safari 16.4: @property
      'CSSPropertyRule' in window &&
      'toSorted' in Array.prototype
    )
  }

  function sentence() {
    return /^ru/i.test(navigator.language || '')
      ? 'Приложение не работает в таком старом браузере. Обновите его: нужен Chrome или Edge 111, Firefox 128, Safari 16.4 или новее.'
      : 'This browser is too old for Order Binder. Please update it: it takes Chrome or Edge 111, Firefox 128, Safari 16.4 or newer.'
  }

  /** The first number of a page, in whatever language, takes the browser as long as a page of rows: one that nobody reads. */
  function loadFormats() {
    new Intl.NumberFormat().format(0)
    new Intl.DateTimeFormat().format(0)
  }

  if (isSupported()) return setTimeout(loadFormats)
  var notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.style.cssText = 'margin: 20px; font: 15px/1.5 sans-serif'
  notice.textContent = sentence()
  document.body.replaceChild(notice, document.getElementById('app'))
})()
