import { STORAGES_CASES } from './storages.cases'
import { playAll } from './play'

playAll(STORAGES_CASES)
