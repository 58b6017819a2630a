#!/usr/bin/env node
/** `b24-local-portal`, and `npm run portal` here: the local portal with any app inside, known by the address of its page. */
import { readCommandLine, readPortalArguments, USAGE } from '@emulator/cli/command-line'
import { readStartOptions } from '@emulator/cli/start-options'
import { startPortalServer } from './server'

async function start(args: string[]): Promise<void> {
  const { app, registration, port, opening } = readCommandLine(args, process.env.PORT)
  const own = await readStartOptions(readPortalArguments(args).values, process.env)
  const settings = { ...own.settings, opening }
  const { url, appUrl, portal } = await startPortalServer({
    ...own,
    port,
    app,
    registration,
    settings,
    isSampleLive: true,
  })
  console.log(`
  ${portal.app.title}, inside a local portal with sample data.

  Portal  ${url}/marketplace/app/${portal.app.id}/    <- open this one
  App     ${appUrl}

  Ctrl+C stops it. Nothing is stored: every start begins anew.
`)
}

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) console.log(USAGE)
else {
  start(args).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
}
