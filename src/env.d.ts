/** Written by the build, see vite.config.ts. */
declare const __APP_VERSION__: string
declare const __SDK_VERSION__: string
