/** What `--help` prints, and what stands below a wrong command. */
export const HELP = `Binds, moves and detaches the orders of a list, without a browser.

  npm run bind -- plan.csv --portal-env B24_WEBHOOK [--dry-run]
  npm run bind -- --undo plan.csv.run.jsonl --portal-env B24_WEBHOOK [--dry-run]

  --portal-env NAME   the environment variable that holds the address of an incoming webhook
                      (scopes crm and sale); without it, the address is asked for and not shown
  --dry-run           reads only: counts what would happen and writes plan.csv.plan.csv
  --undo FILE         takes a run back by its journal; an order that was changed since is left alone
  --orders number|id  what the column of orders holds, where its heading does not say it
  --owner-type TYPE   the type of owners that are named by an id alone: its name, code or id
  --empty-detaches    an empty owner means that the order is to have none
  --encoding CODE     windows-1251 or windows-1252, for files that are neither UTF-8 nor UTF-16

The list is read as on the app's page: orders by number or id, owners as ids, 2:45, or addresses of cards.
Beside it are written: plan.csv.run.jsonl, the journal, before anything is sent; plan.csv.report.csv at the end.

Ctrl-C settles what is on its way and ends; the same command goes on from there. A second Ctrl-C ends at once.
The exit code is 0 if every line is as wished, 1 if not, 2 for a wrong command.

These changes stand in the journal beside the list only. The app's Journal page does not show them, and undo
in the app takes them for somebody else's: an order is "changed since" there.`
