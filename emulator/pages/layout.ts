import type { LocalPortal } from '@emulator/portal/state'
import type { PageBoot } from './bridge-protocol'
import type { Markup } from './html'
import type { PageContent } from './page-content'
import { ENTITY_TYPE } from '@contract/entity-types'
import { listAddress, sectionName } from './addresses'
import { visiblePlacements } from './app-menus'
import { ASSET_PATH } from './bridge-protocol'
import { personName } from './format'
import { currentUser } from './frames'
import { html, jsonScript } from './html'
import { pageMessages } from './page-messages'
import { hasOrdersSection } from './visible-items'

/** A page is inside a side panel when its address says so. */
function isSliderPage(url: URL): boolean {
  return url.searchParams.get('IFRAME') === 'Y'
}

/** Wraps a page's content into a whole document; inside a side panel there is no menu. */
export function renderPage(portal: LocalPortal, url: URL, content: PageContent): string {
  const { language, theme } = portal.settings
  const messages = pageMessages(language)
  const inSlider = isSliderPage(url)
  return html`<!doctype html>
<html lang="${messages.lang}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title} · ${messages.portal}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ASSET_PATH}portal.css">
<script type="module" src="${ASSET_PATH}parent.js"></script>
${jsonScript('portal-boot', toBoot(portal))}
</head>
<body class="${inSlider ? 'in-slider' : 'whole'}">
<a class="skip" href="#main">${messages.skip}</a>
<div class="shell" id="shell">
${!inSlider && menu(portal, url)}
<div class="work">
<main id="main" tabindex="-1">
<header class="page-head"><h1 id="pagetitle">${content.title}</h1>${content.aside}</header>
${content.body}
</main>
</div>
</div>
</body>
</html>`.source
}

function menu(portal: LocalPortal, url: URL): Markup {
  const messages = pageMessages(portal.settings.language)
  const user = currentUser(portal)
  const link = (address: string, name: string) =>
    html`<li><a href="${address}"${address === url.pathname && html` aria-current="page"`}>${name}</a></li>`
  const sections = [
    ENTITY_TYPE.deal,
    ENTITY_TYPE.smartInvoice,
    ...portal.data.types.map(({ entityTypeId }) => entityTypeId),
  ]
  return html`<nav class="menu" aria-label="${messages.menu}">
<a class="brand" href="/">${messages.portal}</a>
<h2>${messages.crm}</h2>
<ul>${[...new Set(sections)].map((id) => link(listAddress(id), sectionName(portal, id)))}
${hasOrdersSection(portal) && link('/shop/orders/', messages.orders)}</ul>
<h2>${messages.applications}</h2>
<ul>${link(`/marketplace/app/${portal.app.id}/`, portal.app.title)}
${visiblePlacements(portal, 'LEFT_MENU').map(({ index, title }) => link(`/marketplace/left-menu/${index}/`, title))}</ul>
<p class="me"><span class="face" aria-hidden="true">${user.name.slice(0, 1)}${user.lastName.slice(0, 1)}</span>
<span><b>${personName(portal, user.id)}</b><small>${user.position}</small></span></p>
</nav>`
}

function toBoot(portal: LocalPortal): PageBoot {
  const messages = pageMessages(portal.settings.language)
  const { close, cancel, choose, search, loading, nothingFound, failed, kinds } = messages
  const { chooseUser, chooseAccess, chooseCrm, allUsers, app, ok, refreshRefused } = messages
  return {
    settings: portal.settings,
    people: portal.users.map(({ id, position }) => ({ id, name: personName(portal, id), position })),
    messages: {
      close,
      cancel,
      choose,
      search,
      loading,
      nothingFound,
      failed,
      chooseUser,
      chooseAccess,
      chooseCrm,
      allUsers,
      app,
      kinds,
      ok,
      refreshRefused,
    },
    clientId: portal.app.clientId,
    appTitle: portal.app.title,
    placements: [...new Set(portal.app.placements.map(({ code }) => code))],
  }
}
