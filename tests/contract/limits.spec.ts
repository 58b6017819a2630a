import { LIMITS_CASES } from './limits.cases'
import { playAll } from './play'

playAll(LIMITS_CASES)
