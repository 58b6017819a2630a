import { CURRENCIES_CASES } from './currencies.cases'
import { playAll } from './play'

playAll(CURRENCIES_CASES)
