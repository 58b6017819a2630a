/**
 * Opens this page anew. The portal opens server-hosted apps by POST, and a reload would send that form again, which the
 * page's policy forbids; the same address by GET does: the frame's name is all that the app needs from its portal.
 */
export function reopenPage(): void {
  location.replace(location.href)
}
