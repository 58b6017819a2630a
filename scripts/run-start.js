/**
 * Runs `start.ts`, compiled into one file. What compiles modules while they are imported, as tsx does, looks at each module of Vite as
 * well, and that takes a second.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const FOLDER = new URL('../node_modules/.cache/order-binder/', import.meta.url)

/** Modules find the files beside them, wherever they are compiled to. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path))) }
    })
  },
}

async function compile() {
  const file = new URL('start.mjs', FOLDER)
  const unfinished = new URL(`start-${process.pid}.mjs`, FOLDER)
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./start.ts', import.meta.url))],
    outfile: fileURLToPath(file),
    write: false,
    bundle: true,
    sourcemap: 'inline',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [ownAddresses],
    logLevel: 'warning',
  })
  await mkdir(FOLDER, { recursive: true })
  await writeFile(unfinished, outputFiles[0].contents)
  // At once, as another start may be reading it.
  await rename(unfinished, file)
  return file
}

// Vite comes meanwhile: it is needed in any case.
const [file] = await Promise.all([compile(), import('vite')])
process.setSourceMapsEnabled(true)
await import(file)
