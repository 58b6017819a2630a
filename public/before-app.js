/*
 * Runs while the app's files are on their way. Tells people with a browser that is too old what to do, and those for whom a file does
 * not arrive; without `#app` the app does not start. For those browsers this is written in the JavaScript of 2009, and in a file of
 * its own: the policy allows no inline script.
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

  var IS_RUSSIAN = /^ru/i.test(navigator.language || '')
  var TOO_OLD = IS_RUSSIAN
    ? 'Приложение не работает в таком старом браузере. Обновите его: нужен Chrome или Edge 111, Firefox 128, Safari 16.4 или новее.'
    : 'This browser is too old for Order Binder. Please update it: it takes Chrome or Edge 111, Firefox 128, Safari 16.4 or newer.'
  var NOT_LOADED = IS_RUSSIAN
    ? 'Не загрузился файл приложения. Проверьте соединение и откройте страницу заново.'
    : 'A file of the app could not be loaded. Check the connection and open this page again.'

  function show(sentence) {
    var notice = document.createElement('p')
    notice.setAttribute('role', 'alert')
    notice.style.cssText = 'margin: 20px; font: 15px/1.5 sans-serif'
    notice.textContent = sentence
    document.body.replaceChild(notice, document.getElementById('app'))
  }

  function onError(event) {
    if (event.target !== window) tellOfFile()
  }

  function onRejection(event) {
    if (/import|preload/i.test(String(event.reason))) tellOfFile()
  }

  /** Once the app shows a page, it says by itself what is missing. */
  function tellOfFile() {
    if (document.querySelector('#app > [aria-hidden]')) show(NOT_LOADED)
  }

  /** The first number of a page, in whatever language, takes the browser as long as a page of rows: one that nobody reads. */
  function loadFormats() {
    new Intl.NumberFormat().format(0)
    new Intl.DateTimeFormat().format(0)
  }

  if (!isSupported()) return show(TOO_OLD)
  // The first files tell by an error of their element, the others by a promise; mistakes in the code are the app's own to tell.
  window.addEventListener('error', onError, true)
  window.addEventListener('unhandledrejection', onRejection)
  setTimeout(loadFormats)
})()
