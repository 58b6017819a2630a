import { PLACEMENTS_CASES } from './placements.cases'
import { playAll } from './play'

playAll(PLACEMENTS_CASES)
