// The least that an app in this frame does with Vue: one message to the portal, one call, and a list to choose from.
import { createApp, h } from 'vue'

const [domain, , sid] = window.name.split('|')
const portal = `http://${domain}`

async function readOwnerTypes() {
  const session = await new Promise((resolve) => {
    window.addEventListener('message', ({ origin, data }) => {
      if (origin === portal && data.startsWith('floor:')) resolve(JSON.parse(data.slice('floor:'.length)))
    })
    parent.postMessage(`getInitData::floor:${sid}`, portal)
  })
  const answer = await fetch(`${portal}/rest/crm.enum.getorderownertypes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: session.AUTH_ID }),
  })
  return (await answer.json()).result
}

const types = await readOwnerTypes()
createApp({
  render: () =>
    h(
      'select',
      { id: 'picker' },
      types.map(({ id, name }) => h('option', { value: id }, name)),
    ),
}).mount('#app')
