import { BATCH_CASES } from './batch.cases'
import { playAll } from './play'

playAll(BATCH_CASES)
