import { findPrograms } from './find-browser'

/** What a person reads who has no nginx. */
export const NGINX_ADVICE =
  'The tests of the server configuration are skipped: they need nginx and envsubst (as root on Debian or Ubuntu: ' +
  'apt-get install nginx-light gettext-base).'

/** The programs that try the server's configuration; undefined where one is missing. */
export function findNginx(): { nginx: string; envsubst: string } | undefined {
  const [nginx] = [...findPrograms(['nginx']), ...findPrograms(['nginx'], '/usr/sbin')]
  const [envsubst] = findPrograms(['envsubst'])
  return nginx && envsubst ? { nginx, envsubst } : undefined
}
