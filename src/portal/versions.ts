/** Versions of the app and of the official SDK in it; the build writes them here. */
export const VERSIONS = { app: __APP_VERSION__, sdk: __SDK_VERSION__ }
