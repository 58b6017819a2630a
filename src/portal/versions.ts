// Written by the build, see vite.config.ts.
declare const __APP_VERSION__: string
declare const __SDK_VERSION__: string

/** Versions of the app and of the official SDK in it. */
export const VERSIONS = { app: __APP_VERSION__, sdk: __SDK_VERSION__ }
