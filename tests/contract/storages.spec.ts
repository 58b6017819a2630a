import { playAll } from './play'
import { STORAGES_CASES } from './storages.cases'

playAll(STORAGES_CASES)
